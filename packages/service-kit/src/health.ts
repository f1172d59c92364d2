import type { RequestHandler } from "express";

/** One thing that must hold before a process should get requests. */
export interface Check {
  readonly name: string;
  /** `undefined`: all is well; otherwise the reason, in a few words without secrets. */
  readonly ask: () => Promise<string | undefined> | string | undefined;
}

export interface Readiness {
  readonly ready: boolean;
  /** `ok` or the reason, by the check's name. */
  readonly checks: Readonly<Record<string, string>>;
}

const CHECK_TIMEOUT_MS = 2_000;

async function answerOf({ ask }: Check): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, CHECK_TIMEOUT_MS, "no answer in time");
  });
  try {
    return (await Promise.race([ask(), late])) ?? "ok";
  } catch (error) {
    return error instanceof Error ? error.name : "failed";
  } finally {
    clearTimeout(timer);
  }
}

export async function readinessOf(checks: readonly Check[]): Promise<Readiness> {
  const answers = await Promise.all(checks.map(async (check) => [check.name, await answerOf(check)] as const));
  return { ready: answers.every(([, answer]) => answer === "ok"), checks: Object.fromEntries(answers) };
}

/** 200: the process lives. It says nothing about others, so that nobody restarts it for their sake. */
export const healthz: RequestHandler = (_req, res) => {
  res.set("cache-control", "no-store").json({ status: "ok" });
};

/** 200 when every check holds, otherwise 503; the reasons either way. */
export const readyz =
  (checks: () => readonly Check[]): RequestHandler =>
  async (_req, res) => {
    const readiness = await readinessOf(checks());
    res
      .set("cache-control", "no-store")
      .status(readiness.ready ? 200 : 503)
      .json(readiness);
  };
