import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryProblem } from "../../test/arbitrary-problem.ts";
import { delegations } from "../../test/brute-force.ts";
import { checkSchedule } from "../check/check-schedule.ts";
import { ProblemRefused } from "../model/contradiction.ts";
import { Problem, type ProblemInput } from "../model/problem.ts";
import type { Placement } from "../model/result.ts";
import { createPlanState, placementsIn } from "../repair/plan-state.ts";
import { solve } from "../solve.ts";
import { alternatives, alternativesFor } from "./alternatives.ts";

/** Slots where the meeting can be held beside the rest of the plan, found with the checker alone. */
function freeSlots(input: ProblemInput, others: readonly Placement[], meetingId: string): string[] {
  const problem = Problem.parse(input);
  const { parties } = problem.meetings.find(({ id }) => id === meetingId)!;
  return problem.slots
    .map(({ id }) => id)
    .filter((slotId) =>
      problem.locations.some(({ id: locationId }) =>
        delegations(problem, parties).some(
          (representativeIds) =>
            checkSchedule(problem, [...others, { meetingId, slotId, locationId, representativeIds }]).length === 0,
        ),
      ),
    );
}

test("every alternative is free by every rule, none is missing, and the state is as it was", () => {
  fc.assert(
    fc.property(arbitraryProblem(), fc.nat(), (input, n) => {
      fc.pre(input.meetings.length > 0);
      const { placements } = solve(input, { seed: 1 });
      const state = createPlanState(input, placements);
      const meeting = input.meetings[n % input.meetings.length]!;
      const others = placements.filter((p) => p.meetingId !== meeting.id);
      const present = placements.find((p) => p.meetingId === meeting.id);
      const found = alternatives(state, meeting.id, 100);
      for (const { slotId, locationId, representativeIds } of found) {
        const placement = { meetingId: meeting.id, slotId, locationId, representativeIds };
        expect(checkSchedule(Problem.parse(input), [...others, placement])).toEqual([]);
        expect([slotId, locationId]).not.toEqual([present?.slotId, present?.locationId]);
      }
      const expected = freeSlots(input, others, meeting.id).filter((slotId) => slotId !== present?.slotId);
      expect(new Set(found.map((a) => a.slotId).filter((id) => id !== present?.slotId))).toEqual(new Set(expected));
      expect(alternatives(state, meeting.id, 2)).toEqual(found.slice(0, 2));
      expect(placementsIn(state)).toEqual(placementsIn(createPlanState(input, placements)));
    }),
    { numRuns: 200, seed: 61 },
  );
});

const problem: ProblemInput = {
  slots: [0, 1, 2, 3].map((n) => ({ id: `s${n}`, day: "d", startMinute: 540 + 30 * n, endMinute: 565 + 30 * n })),
  participants: [{ id: "ana" }, { id: "ben" }, { id: "lin" }],
  zones: [
    { id: "z1", hallId: "h1" },
    { id: "z2", hallId: "h1" },
  ],
  walking: { withinZoneMinutes: 0, withinHallMinutes: 4, betweenHallsMinutes: 9 },
  locations: [
    { id: "far", kind: "table", capacity: 1, zoneId: "z2" },
    { id: "near", kind: "table", capacity: 1, zoneId: "z1" },
  ],
  meetings: [
    { id: "ana-ben", parties: ["ana", "ben"] },
    { id: "ana-lin", parties: ["ana", "lin"] },
  ],
};
const benAt = (slotId: string): Placement => ({
  meetingId: "ana-ben",
  slotId,
  locationId: "near",
  representativeIds: ["ana", "ben"],
});

test("ranked: next to the meetings of the day before idle gaps, at the place with the shorter way", () => {
  const state = createPlanState(problem, [benAt("s1")]);
  expect(alternatives(state, "ana-lin", 3)).toMatchObject([
    { slotId: "s0", locationId: "near", breaksAdded: 0, walkingMinutes: 0 },
    { slotId: "s2", locationId: "near", breaksAdded: 0, walkingMinutes: 0 },
    { slotId: "s3", locationId: "near", breaksAdded: 1 },
  ]);
});

test("near the slot asked for, and never in one that has begun", () => {
  const state = createPlanState(problem, [benAt("s1")]);
  const [first] = alternatives(state, "ana-lin", 1, { nearSlotId: "s2" });
  expect(first).toMatchObject({ slotId: "s2", slotsAway: 0 });
  expect(alternatives(state, "ana-lin", 9, { notBeforeSlotId: "s3" }).map((a) => a.slotId)).toEqual(["s3"]);
});

test("for a request that the problem does not know, nothing of it stays behind", () => {
  const state = createPlanState(problem, [benAt("s1")]);
  const request = { id: "asked", parties: ["ben", "lin"] };
  expect(alternativesFor(state, request, 9).map((a) => a.slotId)).not.toContain("s1");
  expect(alternativesFor(state, request, 9)).toHaveLength(3);
  expect(() => alternatives(state, "asked", 1)).toThrow(ProblemRefused);
  expect(() => alternativesFor(state, { id: "asked", parties: ["ben", "nobody"] }, 1)).toThrow(ProblemRefused);
});
