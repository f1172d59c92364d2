import { ProblemError } from "@rialto/client/problem-error";
import { newId } from "@rialto/contracts/kernel/ids";
import { checkIn } from "@rialto/contracts/matchmaking/operations";
import { follower } from "../live/follower.ts";
import { account, session } from "../session/session.ts";
import { createQueue, type Sent } from "./create-queue.ts";
import { entriesOn, type Queued } from "./entries.ts";

const RETRY_MS = 10_000;
const LOCK = "rialto.check-in";

/** A refusal is an answer; everything else may come right by itself: no network, a service that restarts, a session to renew. */
async function send({ fairId, meetingId, key }: Queued): Promise<Sent> {
  try {
    await session.client.call(checkIn, { params: { fairId, meetingId }, body: {}, idempotencyKey: key });
    return "taken";
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status >= 500 || error.status === 429 || error.status === 401) return "later";
    return { code: error.code, title: error.title };
  }
}

const queue = createQueue({
  shelf: localStorage,
  // Without locks (an address that is not secure) the keys still keep a service from doing anything twice.
  alone: (work) => (navigator.locks === undefined ? work() : navigator.locks.request(LOCK, work)),
  send,
  newKey: newId,
  now: Date.now,
  account: account.get,
  taken: () => follower.changed("meeting"),
});

/** Check-ins at this device that no service has taken yet. */
export const waiting = queue.entries;

let retry: ReturnType<typeof setTimeout> | undefined;

/** Sends what waits, and tries again later while nothing answers. */
export function flush(): void {
  clearTimeout(retry);
  void queue.flush().then((isEmpty) => {
    if (!isEmpty && account.get() !== undefined) retry = setTimeout(flush, RETRY_MS);
  });
}

/** Says that the own side is there, now or as soon as there is a network. */
export function sendCheckIn(fairId: string, meetingId: string): void {
  queue.add(fairId, meetingId);
  flush();
}

export function sendAgain(entry: Queued): void {
  queue.tryAgain(entry);
  flush();
}

export const putAway = queue.dismiss;

window.addEventListener("storage", ({ key }) => {
  if (entriesOn(localStorage).isOne(key)) queue.reread();
});
