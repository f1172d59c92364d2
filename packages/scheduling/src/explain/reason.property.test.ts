import fc from "fast-check";
import { expect, test } from "vitest";
import { admittedProblem } from "../../test/admitted-problem.ts";
import { arbitraryProblem } from "../../test/arbitrary-problem.ts";
import { delegations } from "../../test/brute-force.ts";
import { reasonByTrying } from "../../test/reason-by-trying.ts";
import { checkSchedule } from "../check/check-schedule.ts";
import { compileProblem } from "../model/parse-problem.ts";
import { Problem, type ProblemInput } from "../model/problem.ts";
import type { Placement } from "../model/result.ts";
import { solve } from "../solve.ts";
import { explainSchedule } from "./explain-schedule.ts";
import type { ReasonCode } from "./reason.ts";

/** A plan with gaps on purpose: some meetings of a schedule taken out again, so that reasons of all kinds occur. */
const plans = arbitraryProblem().chain((input) => {
  const { placements } = solve(input, { seed: 1 });
  return fc.record({ input: fc.constant(input), placements: fc.subarray(placements) }).map(({ input, placements }) => ({
    input,
    placements: inOrder(input, placements),
  }));
});

/** Without those whose predecessors were taken out. */
function inOrder(input: ProblemInput, placements: Placement[]): Placement[] {
  const held = new Set(placements.map((p) => p.meetingId));
  const kept = placements.filter((p) =>
    (input.meetings.find((m) => m.id === p.meetingId)?.afterMeetingIds ?? []).every((id) => held.has(id)),
  );
  return kept.length === placements.length ? kept : inOrder(input, kept);
}

test("the smallest change named admits the meeting: with it the place breaks no rule, without any part of it one", () => {
  fc.assert(
    fc.property(plans, ({ input, placements }) => {
      const problem = Problem.parse(input);
      for (const { meetingId, admittedBy } of explainSchedule(compileProblem(input), placements).unscheduled) {
        if (admittedBy === null) continue;
        const { changes, ...place } = admittedBy;
        const placement = { meetingId, ...place };
        const after = admittedProblem(problem, placements, meetingId, changes);
        expect(checkSchedule(after.problem, [...after.placements, placement])).toEqual([]);
        changes.forEach((_, left) => {
          const fewer = admittedProblem(problem, placements, meetingId, changes.toSpliced(left, 1));
          expect(checkSchedule(fewer.problem, [...fewer.placements, placement])).not.toEqual([]);
        });
      }
    }),
    { numRuns: 300, seed: 51 },
  );
});

test("no change is named where the meeting fits, and one whenever it does not", () => {
  fc.assert(
    fc.property(plans, ({ input, placements }) => {
      const problem = Problem.parse(input);
      for (const { meetingId, reason, admittedBy } of explainSchedule(compileProblem(input), placements).unscheduled) {
        const meeting = problem.meetings.find(({ id }) => id === meetingId)!;
        const fits = problem.slots.some((slot) =>
          problem.locations.some((location) =>
            delegations(problem, meeting.parties).some(
              (representativeIds) =>
                checkSchedule(problem, [
                  ...placements,
                  { meetingId, slotId: slot.id, locationId: location.id, representativeIds },
                ]).length === 0,
            ),
          ),
        );
        expect(reason.code === "NOT_TRIED").toBe(fits);
        if (admittedBy !== null) expect(admittedBy.changes.length === 0).toBe(fits);
      }
    }),
    { numRuns: 100, seed: 52 },
  );
});

const seen = new Set<ReasonCode>();

test("the reason is the one found by striking out slots rule by rule", () => {
  fc.assert(
    fc.property(plans, ({ input, placements }) => {
      const problem = Problem.parse(input);
      for (const { meetingId, reason } of explainSchedule(compileProblem(input), placements).unscheduled) {
        expect(reasonByTrying(problem, placements, meetingId)).toContain(reason.code);
        seen.add(reason.code);
      }
    }),
    { numRuns: 300, seed: 53 },
  );
  // Each code by itself is reached in reason.test.ts.
  expect(seen.size).toBeGreaterThan(7);
});
