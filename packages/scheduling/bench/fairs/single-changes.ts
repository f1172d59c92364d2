import type { ProblemInput } from "../../src/model/problem.ts";
import type { Placement } from "../../src/model/result.ts";
import type { Random } from "../../src/random.ts";
import type { Change } from "../../src/repair/change.ts";

export const changeKinds = ["two hours late", "booth closed for an hour", "ten new requests", "no-show", "slot removed"] as const;

export type ChangeKind = (typeof changeKinds)[number];

const slotsLate = 4;

/** One thing that happens to the fair, drawn at random. */
export function changeOf(kind: ChangeKind, problem: ProblemInput, placements: readonly Placement[], random: Random): Change {
  const held = placements[random.below(placements.length)]!;
  const first = problem.slots.findIndex(({ id }) => id === held.slotId);
  const slotIds = (count: number) => problem.slots.slice(first, first + count).map(({ id }) => id);
  switch (kind) {
    case "two hours late":
      return { kind: "participantUnavailable", participantId: held.representativeIds[1]!, slotIds: slotIds(slotsLate) };
    case "booth closed for an hour":
      return { kind: "locationClosed", locationId: boothOf(problem, random), slotIds: slotIds(2) };
    case "ten new requests":
      return { kind: "meetingsAdded", meetings: Array.from({ length: 10 }, (_, n) => newMeeting(problem, n, random)) };
    case "no-show":
      return { kind: "meetingsCancelled", meetingIds: [held.meetingId] };
    case "slot removed":
      return { kind: "slotRemoved", slotId: held.slotId };
  }
}

function boothOf({ locations }: ProblemInput, random: Random): string {
  const booths = locations.filter(({ organizationId }) => organizationId !== undefined);
  return booths[random.below(booths.length)]!.id;
}

function newMeeting({ meetings }: ProblemInput, n: number, random: Random) {
  const party = (k: number) => meetings[random.below(meetings.length)]!.parties[k]!;
  return { id: `new-${n}`, parties: [party(0), party(1)], weight: 5 };
}
