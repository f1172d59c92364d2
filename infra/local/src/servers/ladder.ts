import { Problem, sentenceOf } from "../problem.ts";

/** One way to get a server. It throws an Error that says why it does not work here. */
export type Rung<Context, Got> = { name: string; try: (context: Context) => Promise<Got> };

export type Ladder<Context, Got> = { server: string; rungs: Rung<Context, Got>[]; install: string };

/**
 * The first rung that works; `remembered` is tried before the others (but after an environment variable, the first rung),
 * so that data written by one kind of server meets the same kind again. A Problem ends the climb: it is the person's to solve.
 */
export async function climb<Context extends { signal?: AbortSignal | undefined }, Got>(
  ladder: Ladder<Context, Got>,
  context: Context,
  log: (line: string) => void,
  remembered?: string,
): Promise<{ rung: string; got: Got }> {
  const failures: string[] = [];
  for (const rung of inOrder(ladder.rungs, remembered)) {
    try {
      const got = await rung.try(context);
      log(`${ladder.server}: ${rung.name}`);
      return { rung: rung.name, got };
    } catch (error) {
      context.signal?.throwIfAborted();
      if (error instanceof Problem) throw error;
      failures.push(`${rung.name}: ${sentenceOf(error)}`);
    }
  }
  const tried = failures.map((failure) => `\n  - ${failure}`).join("");
  throw new Problem("NO_SERVER", `There is no ${ladder.server} to be had here. ${ladder.install} What was tried:${tried}`);
}

export function inOrder<Context, Got>(rungs: Rung<Context, Got>[], remembered: string | undefined): Rung<Context, Got>[] {
  const known = rungs.slice(1).find(({ name }) => name === remembered);
  if (known === undefined) return rungs;
  return [...rungs.slice(0, 1), known, ...rungs.slice(1).filter((rung) => rung !== known)];
}
