import { type Fair, minutesAfter } from "../domain/fair.ts";
import type { Meetings } from "./meetings.ts";

const batch = 200;

/** Ids of open requests whose time to answer is over. */
export const requestsToExpire = (meetings: Meetings, now: string): AsyncIterable<string> =>
  idsOf(meetings, { "state.status": "pending", "state.expiresAt": { $lte: now } }, "toExpire");

/** Ids of scheduled meetings of a fair that began so long ago that whoever is not there is late. */
export function meetingsBegun(meetings: Meetings, { fairId, rules }: Fair, now: string): AsyncIterable<string> {
  const latest = new Date(minutesAfter(now, -rules.noShowAfterMinutes)).toISOString();
  return idsOf(meetings, { "state.status": "scheduled", "state.fairId": fairId, "state.startsAt": { $lt: latest } }, "toMiss");
}

/** One pass over a cursor: whoever handles an id may take it out of the result meanwhile. */
async function* idsOf({ model }: Meetings, filter: Readonly<Record<string, unknown>>, hint: string): AsyncGenerator<string> {
  const cursor = model.find(filter, { _id: 1 }).hint(hint).batchSize(batch).lean<{ _id: string }[]>().cursor();
  for await (const { _id } of cursor) yield String(_id);
}
