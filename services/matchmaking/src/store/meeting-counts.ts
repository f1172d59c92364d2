import type { MeetingStatus } from "@rialto/contracts/matchmaking/views";
import type { Meetings } from "./meetings.ts";

/** How many meetings of a fair share a state and a slot, or a state and a booth. Requests have neither slot nor booth. */
export interface MeetingCounts {
  readonly bySlot: readonly CountBy<"slotId">[];
  readonly byBooth: readonly CountBy<"boothId">[];
}

export type CountBy<Field extends string> = { readonly status: MeetingStatus; readonly count: number } & {
  readonly [name in Field]?: string;
};

/** Two walks over one index, side by side, without reading a meeting. */
export async function countMeetings(meetings: Meetings, fairId: string): Promise<MeetingCounts> {
  const [bySlot, byBooth] = await Promise.all([
    countBy(meetings, fairId, "slotId", "$state.slotId"),
    countBy(meetings, fairId, "boothId", "$state.place.boothId"),
  ]);
  return { bySlot, byBooth };
}

async function countBy<Field extends string>(
  { model }: Meetings,
  fairId: string,
  field: Field,
  path: string,
): Promise<CountBy<Field>[]> {
  const counts = await model
    .aggregate<{ _id: Omit<CountBy<Field>, "count">; count: number }>([
      { $match: { "state.fairId": fairId } },
      { $group: { _id: { status: "$state.status", [field]: path }, count: { $sum: 1 } } },
    ])
    .hint("counters");
  return counts.map(({ _id, count }) => ({ ..._id, count }) as CountBy<Field>);
}
