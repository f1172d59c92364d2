import type { Participation } from "../domain/actor.ts";
import type { FoundMeeting } from "./meeting-lists.ts";
import type { Meetings } from "./meetings.ts";

/** More than a person can have: one meeting per slot, and open requests from and to the organization. */
const most = 500;

/** What a person's calendar is made of: booked meetings of this person, open requests from them or to their organization. */
export async function findCalendarMeetings(
  { model }: Meetings,
  fairId: string,
  { organizationId, representativeId }: Participation,
): Promise<FoundMeeting[]> {
  const fields = { version: 1, state: 1 } as const;
  const mine = { "state.fairId": fairId, "state.representativeIds": representativeId };
  const toUs = { "state.recipientOrganizationId": organizationId, "state.status": "pending" } as const;
  const [booked, asked, asking] = await Promise.all([
    model
      .find({ ...mine, "state.status": { $in: ["scheduled", "held"] } }, fields)
      .sort({ _id: 1 })
      .limit(most)
      .lean<FoundMeeting[]>(),
    model
      .find({ ...mine, "state.status": "pending" }, fields)
      .sort({ _id: 1 })
      .limit(most)
      .lean<FoundMeeting[]>(),
    model.find(toUs, fields).sort({ _id: 1 }).limit(most).lean<FoundMeeting[]>(),
  ]);
  return [...booked, ...asked, ...asking];
}
