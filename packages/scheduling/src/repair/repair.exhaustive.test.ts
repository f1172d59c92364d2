import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryProblem } from "../../test/arbitrary-problem.ts";
import { everySchedule } from "../../test/brute-force.ts";
import { changedProblem } from "../../test/changed-problem.ts";
import { Problem, type ProblemInput } from "../model/problem.ts";
import type { Placement } from "../model/result.ts";
import { solve } from "../solve.ts";
import type { Change } from "./change.ts";
import { repair } from "./repair.ts";

/** The fewest existing meetings without a place, and then the fewest moved, over all schedules there are. */
function leastByTrying(problem: ProblemInput, before: readonly Placement[]): { dropped: number; moved: number } {
  const old = new Map(before.map((p) => [p.meetingId, JSON.stringify(p)]));
  let least = { dropped: Number.POSITIVE_INFINITY, moved: Number.POSITIVE_INFINITY };
  for (const held of everySchedule(Problem.parse(problem))) {
    const existing = held.filter((p) => old.has(p.meetingId));
    const dropped = old.size - existing.length;
    const moved = existing.filter((p) => old.get(p.meetingId) !== JSON.stringify(p)).length;
    if (dropped < least.dropped || (dropped === least.dropped && moved < least.moved)) least = { dropped, moved };
  }
  return least;
}

/** Meetings in no order, which repair looks after less well. A person who is missed in one slot loses one meeting at most. */
const oneAbsence = arbitraryProblem()
  .map((problem) => ({ ...problem, meetings: problem.meetings.slice(0, 4).map(({ afterMeetingIds: _, ...m }) => m) }))
  .chain((problem) =>
    fc.record({
      problem: fc.constant(problem),
      change: fc.record({
        kind: fc.constant("participantUnavailable" as const),
        participantId: fc.constantFrom(...problem.participants.map(({ id }) => id)),
        slotIds: fc.constantFrom(...problem.slots.map(({ id }) => [id])),
      }),
    }),
  );

test("after one absence no schedule at all drops fewer meetings, or as many and moves fewer", () => {
  fc.assert(
    fc.property(oneAbsence, ({ problem, change }: { problem: ProblemInput; change: Change }) => {
      const before = solve(problem, { seed: 1 }).placements;
      const out = repair(problem, before, [change]);
      const least = leastByTrying(changedProblem(problem, [change]), before);
      expect({ dropped: out.dropped.length, moved: out.moved.length }).toEqual(least);
    }),
    { numRuns: 60, seed: 41 },
  );
});
