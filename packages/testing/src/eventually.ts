export interface EventuallyOptions {
  readonly timeoutMs?: number;
  readonly everyMs?: number;
}

/**
 * Waits for a fact, never for the clock: asks until `look` answers with something truthy and resolves with it. A look
 * that throws counts as "not yet". After `timeoutMs` (default 10,000) it rejects with what was expected and seen last.
 */
export async function eventually<Fact>(
  what: string,
  look: () => Fact | Promise<Fact>,
  { timeoutMs = 10_000, everyMs = 10 }: EventuallyOptions = {},
): Promise<Exclude<Fact, false | null | undefined | 0 | "">> {
  const deadline = performance.now() + timeoutMs;
  let looks = 0;
  let last: Look<Fact>;
  do {
    if (looks++ > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
    last = await lookOnce(look, deadline);
    if ("seen" in last && last.seen) return last.seen as Exclude<Fact, false | null | undefined | 0 | "">;
  } while (performance.now() < deadline);
  throw new Error(`not within ${timeoutMs} ms: ${what} (${looks} looks, the last one ${told(last)})`, {
    cause: "failed" in last ? last.failed : undefined,
  });
}

type Look<Fact> = { readonly seen: Fact } | { readonly failed: unknown } | { readonly tooSlow: true };

/** A look that hangs must not outlast the deadline. */
async function lookOnce<Fact>(look: () => Fact | Promise<Fact>, deadline: number): Promise<Look<Fact>> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<Look<Fact>>((resolve) => {
    timer = setTimeout(() => resolve({ tooSlow: true }), Math.max(1, deadline - performance.now()));
  });
  const looked = (async (): Promise<Look<Fact>> => ({ seen: await look() }))().catch((failed: unknown) => ({ failed }));
  const outcome = await Promise.race([looked, tooSlow]);
  clearTimeout(timer);
  return outcome;
}

function told(look: Look<unknown>): string {
  if ("tooSlow" in look) return "did not answer";
  if ("seen" in look) return `saw ${JSON.stringify(look.seen)}`;
  return `failed with ${look.failed instanceof Error ? `${look.failed.name}: ${look.failed.message}` : String(look.failed)}`;
}
