import type { MeetingStatus } from "@rialto/contracts/matchmaking/views";

/** What a meeting counts as. Requests have neither slot nor zone. */
export interface Counted {
  readonly status: MeetingStatus;
  readonly slotId?: string | undefined;
  readonly zoneId?: string | undefined;
}

/** One short text, because the counters group by it: one field of an index is counted in a third of the time of three. */
export const tallyOf = ({ status, slotId = "", zoneId = "" }: Counted): string => [status, slotId, zoneId].join(" ");

export function countedAs(tally: string): Counted {
  const [status, slotId, zoneId] = tally.split(" ");
  return { status: status as MeetingStatus, ...(slotId ? { slotId } : {}), ...(zoneId ? { zoneId } : {}) };
}
