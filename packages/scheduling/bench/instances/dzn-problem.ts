import type { ProblemInput } from "../../src/model/problem.ts";
import type { DznInstance } from "../dzn.ts";
import { publishedDifference } from "../dzn-brokerage.ts";

const minutesPerSlot = 20;

export const slotId = (slot: number): string => `slot ${slot}`;
export const meetingId = (meeting: number): string => `meeting ${meeting}`;

/** The published problem as any user of the package would state it: every meeting a must, one kind of table, breaks to be minimized. */
export function toProblem(instance: DznInstance): ProblemInput {
  const { slots, morningSlots, people, tables } = instance;
  return {
    slots: Array.from({ length: slots }, (_, s) => ({
      id: slotId(s + 1),
      day: "day",
      session: s < morningSlots ? "morning" : "afternoon",
      startMinute: s * minutesPerSlot,
      endMinute: (s + 1) * minutesPerSlot,
    })),
    participants: Array.from({ length: people }, (_, p) => ({
      id: `participant ${p + 1}`,
      unavailableSlotIds: instance.forbidden[p]!.filter((s) => s <= slots).map(slotId),
    })),
    locations: [{ id: "tables", kind: "table", capacity: tables }],
    meetings: instance.meetings.map(({ a, b, session }, m) => ({
      id: meetingId(m + 1),
      parties: [`participant ${a}`, `participant ${b}`],
      must: true,
      ...(session === 3 ? {} : { sessions: [session === 1 ? "morning" : "afternoon"] }),
      ...(instance.fixed[m]! > 0 ? { fixedSlotId: slotId(instance.fixed[m]!) } : {}),
      afterMeetingIds: instance.precedences[m]!.map(meetingId),
    })),
    maxBreakDifference: publishedDifference,
  };
}
