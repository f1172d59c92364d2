import type { Cause } from "@rialto/persistence/store.types";
import type { Logger } from "@rialto/service-kit/logger";
import { ZodError } from "zod";
import { isNews, reviseRecommendations } from "../domain/revise-recommendations.ts";
import type { Recommendations } from "../store/recommendations.ts";
import { inParallel } from "./in-parallel.ts";
import type { LiveMatches } from "./live-matches.ts";
import type { ScoredList } from "./match-engine.ts";

/** A stored list as far as it is compared. */
export type StoredEntries = ReadonlyMap<string, ScoredList["entries"]>;

export interface ListDeps {
  readonly live: Pick<LiveMatches, "ask" | "catchUp">;
  readonly recommendations: Pick<Recommendations, "update">;
  /** The stored lists of these organizations; those without one are absent. */
  readonly storedEntries: (organizationIds: readonly string[]) => Promise<StoredEntries>;
  readonly clock: () => string;
  readonly logger: Pick<Logger, "error">;
}

/** Lists written at the same time: more would only wait in the database's pool. */
const atOnce = 16;
/** Lists looked at in one go; the rest follow in the next. */
const together = 500;

/**
 * Brings every list up to date that any change known here has touched, by whichever replica it was written. Every replica
 * sees every change, so a list that one of them could not finish is written by another, or by this one after its restart.
 * `all`: also lists that were not compared since this replica started. Answers whether there may be more.
 */
export async function reviseChangedLists(deps: ListDeps, cause: Cause, which: "changed" | "all" = "changed"): Promise<boolean> {
  const { answer: changed } = await deps.live.ask("takeChanged", together, which);
  try {
    await writeNews(deps, changed, cause);
    return changed.length === together;
  } catch (error) {
    await deps.live
      .ask(
        "putBack",
        changed.map(({ fairId, organizationId }) => ({ fairId, organizationId })),
      )
      .catch(() => undefined);
    throw error;
  }
}

/** As `reviseChangedLists`, with everything in it that was written before the call. */
export async function reviseListsAfterCatchingUp(deps: ListDeps, cause: Cause): Promise<void> {
  await deps.live.catchUp();
  await reviseChangedLists(deps, cause);
}

/**
 * Writes, then looks again: while a list was being written, another replica may have noted a change that could not yet be
 * seen in it. Whoever wrote last puts it right, so that all end in the same lists.
 */
async function writeNews(deps: ListDeps, changed: readonly ScoredList[], cause: Cause): Promise<void> {
  let news = await newsIn(deps, changed);
  while (news.length > 0) {
    const written: ScoredList[] = [];
    for (const [fairId, lists] of Map.groupBy(news, (list) => list.fairId))
      written.push(...(await writeLists(deps, fairId, lists, cause)));
    await deps.live.catchUp();
    news = await stillNews(deps, written);
  }
}

async function newsIn({ storedEntries }: ListDeps, lists: readonly ScoredList[]): Promise<ScoredList[]> {
  if (lists.length === 0) return [];
  const stored = await storedEntries(lists.map(({ organizationId }) => organizationId));
  return lists.filter(({ organizationId, entries }) => isNews(entries, stored.get(organizationId) ?? []));
}

async function stillNews(deps: ListDeps, lists: readonly ScoredList[]): Promise<ScoredList[]> {
  const fairs = [...Map.groupBy(lists, ({ fairId }) => fairId)];
  const now = await Promise.all(
    fairs.map(([fairId, own]) =>
      deps.live.ask(
        "scored",
        fairId,
        own.map(({ organizationId }) => organizationId),
      ),
    ),
  );
  return newsIn(
    deps,
    now.flatMap(({ answer }) => answer),
  );
}

/** Answers with those that could be written. */
async function writeLists(
  deps: ListDeps,
  fairId: string,
  lists: readonly ScoredList[],
  cause: Cause,
): Promise<readonly ScoredList[]> {
  const ids = lists.map(({ organizationId }) => organizationId);
  const { asOf, answer } = await deps.live.ask("recommendations", fairId, ids);
  const commands = ids.map((organizationId, at) => ({
    organizationId,
    fairId,
    wanted: answer[at] ?? [],
    asOf,
    now: deps.clock(),
  }));
  const unwritable = new Set<string>();
  await inParallel(atOnce, commands, async (command) => {
    const { organizationId } = command;
    try {
      await deps.recommendations.update(organizationId, (state) => reviseRecommendations(command, state), cause);
    } catch (error) {
      if (!isMistake(error)) throw error;
      deps.logger.error({ err: error, organizationId }, "this list cannot be written and stays as it was");
      unwritable.add(organizationId);
    }
  });
  return lists.filter(({ organizationId }) => !unwritable.has(organizationId));
}

/** Trying again would not help, and neither the others' lists nor the events of whoever caused this must wait for it. */
const isMistake = (error: unknown): boolean =>
  error instanceof ZodError || error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
