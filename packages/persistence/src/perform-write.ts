import { jittered, type Sleep } from "./back-off.ts";
import type { Documents, PlannedWrite, WriteOutcome } from "./documents.types.ts";
import { OutcomeUnknown } from "./errors.ts";

/** Length of a document's list of marks. */
export const MARKS_KEPT = 16;

const ATTEMPTS = 6;

/**
 * Performs one planned write and finds out what became of it. After a lost answer the same write is sent again: it
 * holds only on top of its base version, so it cannot happen twice, and when it is stale the document's marks tell
 * whether the first attempt was the one that moved it. Rejects with `OutcomeUnknown` when the database stays silent
 * (up to about 30 s, most of it waiting for answers) or more than 16 writes have passed over ours.
 */
export async function performWrite<State>(
  documents: Documents<State>,
  planned: PlannedWrite<State>,
  sleep: Sleep,
): Promise<WriteOutcome> {
  let lost: OutcomeUnknown | undefined;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (lost !== undefined) await sleep(jittered(attempt - 1, 50, 1_000));
    const outcome = await written(documents, planned);
    if (outcome === "written") return outcome;
    if (outcome === "stale") return lost === undefined ? outcome : await whoseWrite(documents, planned, lost);
    lost = outcome;
  }
  throw lost ?? new OutcomeUnknown(planned.id, undefined);
}

async function written<State>(documents: Documents<State>, planned: PlannedWrite<State>): Promise<WriteOutcome | OutcomeUnknown> {
  try {
    return await documents.write(planned);
  } catch (error) {
    if (error instanceof OutcomeUnknown) return error;
    throw error;
  }
}

async function whoseWrite<State>(
  documents: Documents<State>,
  { id, baseVersion, mark }: PlannedWrite<State>,
  lost: OutcomeUnknown,
): Promise<WriteOutcome> {
  const marks = await documents.marksOf(id).catch(() => undefined);
  if (marks === undefined) throw lost;
  if (marks.includes(mark)) return "written";
  const oldest = Number.parseInt(marks[0] ?? "0", 10);
  const reachesBack = marks.length < MARKS_KEPT || oldest <= baseVersion;
  if (!reachesBack) throw lost;
  return "stale";
}
