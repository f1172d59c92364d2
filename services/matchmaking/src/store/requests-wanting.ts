import type { MeetingSide } from "@rialto/contracts/matchmaking/events";
import type { Meetings } from "./meetings.ts";

/** As many as an announcement names. */
const most = 1_000;

/** Open requests to an organization that proposed this slot, oldest first, and who sent them. */
export async function requestsWanting(
  { model }: Meetings,
  organizationId: string,
  slotId: string,
): Promise<({ meetingId: string } & MeetingSide)[]> {
  const found = await model
    .find(
      { "state.recipientOrganizationId": organizationId, "state.proposedSlotIds": slotId, "state.status": "pending" },
      { "state.requester": 1 },
    )
    .hint("wantedSlots")
    .sort({ "state.requestedAt": 1, _id: 1 })
    .limit(most)
    .lean<{ _id: string; state: { requester: MeetingSide } }[]>();
  return found.map(({ _id, state }) => ({ meetingId: _id, ...state.requester }));
}
