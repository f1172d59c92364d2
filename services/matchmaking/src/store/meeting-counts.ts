import type { MeetingStatus } from "@rialto/contracts/matchmaking/views";
import type { Meetings } from "./meetings.ts";

/** How many meetings of a fair share a state, a slot and a booth; requests have neither slot nor booth. */
export interface MeetingCount {
  readonly status: MeetingStatus;
  readonly slotId?: string;
  readonly boothId?: string;
  readonly count: number;
}

/** Answered from one index without reading a meeting. */
export async function countMeetings({ model }: Meetings, fairId: string): Promise<MeetingCount[]> {
  const counts = await model
    .aggregate<{ _id: Omit<MeetingCount, "count">; count: number }>([
      { $match: { "state.fairId": fairId } },
      {
        $group: {
          _id: { status: "$state.status", slotId: "$state.slotId", boothId: "$state.place.boothId" },
          count: { $sum: 1 },
        },
      },
    ])
    .hint("counters");
  return counts.map(({ _id, count }) => ({ ..._id, count }));
}
