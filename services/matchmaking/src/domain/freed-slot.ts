import type { DraftOf } from "@rialto/contracts/kernel/event";
import type { meetingCancelled, meetingMissed, meetingRescheduled } from "@rialto/contracts/matchmaking/events";

export interface FreedSlot {
  readonly slotId: string;
  /** Who is free again in it; nobody when only the place has changed. */
  readonly organizationIds: readonly string[];
}

/** Which slot an event has freed, and for whom. */
export function freedBy(
  event: DraftOf<typeof meetingCancelled> | DraftOf<typeof meetingMissed> | DraftOf<typeof meetingRescheduled>,
): FreedSlot {
  const { data } = event;
  if (!("previous" in data)) {
    return { slotId: data.slotId, organizationIds: [data.requester.organizationId, data.recipient.organizationId] };
  }
  const { previous } = data;
  const freed = (["requester", "recipient"] as const).filter(
    (side) => previous.slotId !== data.slotId || previous[side].representativeId !== data[side].representativeId,
  );
  return { slotId: previous.slotId, organizationIds: freed.map((side) => previous[side].organizationId) };
}
