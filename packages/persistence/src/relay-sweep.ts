import type { Logger } from "./logger.ts";
import type { Outbox, WaitingDocument } from "./outbox.types.ts";

/** Documents read by one sweep of one store. */
export const SWEEP_PAGE = 1_000;

export interface Sweep {
  readonly due: readonly { readonly outbox: Outbox; readonly id: string }[];
  readonly backlogDocuments: number;
  readonly backlogEvents: number;
  /** A store had a full page: there may be more behind it. */
  readonly more: boolean;
}

/**
 * Looks for documents with pending events. A document is due when its oldest event was already waiting at the sweep
 * before, since otherwise its nudge is probably at work; clocks do not matter. At the first sweep, and when a page is
 * full, all are due: nobody is at work on them, or not fast enough.
 */
export function createSweeper(outboxes: readonly Outbox[], logger: Logger, backlogLimit: number): () => Promise<Sweep> {
  const seenBefore = new Map<Outbox, Map<string, string>>();

  const sweepOne = async (outbox: Outbox) => {
    const found = await outbox.waiting(SWEEP_PAGE);
    const before = seenBefore.get(outbox);
    seenBefore.set(outbox, new Map(found.map(({ id, firstEventId }) => [id, firstEventId])));
    warnOfLargeOnes(outbox, found, logger, backlogLimit);
    const more = found.length === SWEEP_PAGE;
    const due = found.filter(({ id, firstEventId }) => before === undefined || more || before.get(id) === firstEventId);
    return { due: due.map(({ id }) => ({ outbox, id })), more, found };
  };

  return async () => {
    const swept = await Promise.all(outboxes.map(sweepOne));
    const found = swept.flatMap((one) => one.found);
    return {
      due: swept.flatMap((one) => one.due),
      more: swept.some((one) => one.more),
      backlogDocuments: found.length,
      backlogEvents: found.reduce((sum, { count }) => sum + count, 0),
    };
  };
}

// Danger: a document may have 16 MB at most. Long before that its writes become slow; at the limit they fail.
function warnOfLargeOnes(outbox: Outbox, found: readonly WaitingDocument[], logger: Logger, limit: number): void {
  for (const { id, count } of found) {
    if (count > limit) logger.error({ store: outbox.name, id, pending: count, limit }, "too many events wait in one document");
  }
}
