import type { Notification } from "@rialto/contracts/gateway/notifications";
import { beginningOf, epochOf } from "../domain/cursor.ts";
import type { Inbox } from "../store/inbox.ts";
import type { Positions } from "../store/positions.ts";
import { inboxReaches } from "./inbox-reaches.ts";

/** More missed than this is no replay but a new start: the client reads the inbox page by page. */
const REPLAY_LIMIT = 1_000;
const INBOX_PATIENCE_MS = 5_000;

export interface Resumed {
  readonly resume: "replay" | "upToDate" | "reset";
  readonly missed: readonly Notification[];
  /** The end of the person's stream at this moment. */
  readonly cursor: string;
}

export interface ResumeDeps {
  readonly epoch: number;
  readonly inbox: Inbox;
  readonly positions: Positions;
}

/** The inbox did not reach the feed's position in time: the client should come back a little later. */
export class InboxBehind extends Error {}

/**
 * What a person missed since a cursor, up to a position that the feed of this replica has already passed on. Waits until
 * the inbox has been written that far, so that between the two there is no gap.
 */
export async function resume(
  { epoch, inbox, positions }: ResumeDeps,
  accountId: string,
  cursor: string | undefined,
  passed: ReadonlyMap<number, string>,
): Promise<Resumed> {
  if (!(await inboxReaches(positions, passed, INBOX_PATIENCE_MS))) throw new InboxBehind();
  const latest = async () => (await inbox.before(accountId, undefined, 1))[0]?.cursor ?? beginningOf(epoch);
  if (cursor === undefined) return { resume: "upToDate", missed: [], cursor: await latest() };
  if (epochOf(cursor) !== epoch) return { resume: "reset", missed: [], cursor: await latest() };
  const missed = await inbox.after(accountId, cursor, REPLAY_LIMIT + 1);
  if (missed.length > REPLAY_LIMIT) return { resume: "reset", missed: [], cursor: await latest() };
  const last = missed.at(-1);
  if (last !== undefined) return { resume: "replay", missed, cursor: last.cursor };
  const end = await latest();
  // A cursor beyond the end was never given out: following it would swallow what comes next.
  return { resume: cursor > end ? "reset" : "upToDate", missed: [], cursor: end };
}
