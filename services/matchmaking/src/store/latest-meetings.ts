import type { MeetingStatus } from "@rialto/contracts/matchmaking/views";
import type { Meetings } from "./meetings.ts";

export interface ListedMeeting {
  readonly meetingId: string;
  readonly status: MeetingStatus;
}

/** An organization has some hundred meetings at most; older ones are not looked at. */
const most = 1_000;

/** The newest matter between an organization and each of the others, by the other's id. */
export async function latestMeetings(
  { model }: Meetings,
  ownId: string,
  otherIds: readonly string[],
): Promise<ReadonlyMap<string, ListedMeeting>> {
  const found = await model
    .find({ "state.organizationIds": ownId }, { "state.organizationIds": 1, "state.status": 1 })
    .sort({ "state.requestedAt": -1, _id: -1 })
    .limit(most)
    .lean<{ _id: string; state: { organizationIds: string[]; status: MeetingStatus } }[]>();
  const wanted = new Set(otherIds);
  const latest = new Map<string, ListedMeeting>();
  for (const { _id, state } of found) {
    const other = state.organizationIds.find((id) => id !== ownId);
    if (other === undefined || !wanted.has(other) || latest.has(other)) continue;
    latest.set(other, { meetingId: _id, status: state.status });
  }
  return latest;
}
