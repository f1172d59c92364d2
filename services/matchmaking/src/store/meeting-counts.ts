import { type Counted, countedAs } from "../domain/tally.ts";
import type { Meetings } from "./meetings.ts";

/** How many meetings of a fair share a state, a slot and a zone. */
export interface MeetingCount extends Counted {
  readonly count: number;
}

/** One walk over an index, without reading a meeting. */
export async function countMeetings({ model }: Meetings, fairId: string): Promise<MeetingCount[]> {
  const counts = await model
    .aggregate<{ _id: string; count: number }>([
      { $match: { "state.fairId": fairId } },
      { $group: { _id: "$state.tally", count: { $sum: 1 } } },
    ])
    .hint("counters");
  return counts.map(({ _id, count }) => ({ ...countedAs(_id), count }));
}
