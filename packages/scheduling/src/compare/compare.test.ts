import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryProblem } from "../../test/arbitrary-problem.ts";
import type { ProblemInput } from "../model/problem.ts";
import type { Placement } from "../model/result.ts";
import { solve } from "../solve.ts";
import { compare } from "./compare.ts";
import { distributionOf } from "./distribution.ts";

const problem: ProblemInput = {
  slots: [0, 1].map((n) => ({ id: `s${n}`, day: "d", startMinute: 540 + 30 * n, endMinute: 565 + 30 * n })),
  participants: [{ id: "ana" }, { id: "ben" }, { id: "lin" }],
  locations: [{ id: "t", kind: "table", capacity: 2 }],
  meetings: [
    { id: "ana-lin", parties: ["ana", "lin"], weight: 2 },
    { id: "ben-lin", parties: ["ben", "lin"], weight: 3 },
    { id: "ana-ben", parties: ["ana", "ben"], weight: 4 },
  ],
};
const at = (meetingId: string, slotId: string): Placement => ({
  meetingId,
  slotId,
  locationId: "t",
  representativeIds: meetingId.split("-"),
});

test("two plans side by side: who gains, who loses, what moved, came and went, and what is left without a place", () => {
  const result = compare(problem, [at("ana-lin", "s0"), at("ben-lin", "s1")], [at("ben-lin", "s0"), at("ana-ben", "s1")]);
  expect(result.people).toEqual([
    { partyId: "ana", wished: 2, before: 1, after: 1, possible: 2 },
    { partyId: "lin", wished: 2, before: 2, after: 1, possible: 2 },
    { partyId: "ben", wished: 2, before: 1, after: 2, possible: 2 },
  ]);
  expect(result).toMatchObject({ gains: 1, loses: 1, unchanged: 1, kept: 0, value: { before: 5, after: 7 } });
  expect(result.moved).toEqual([{ meetingId: "ben-lin", from: at("ben-lin", "s1"), to: at("ben-lin", "s0") }]);
  expect(result.added).toEqual([at("ana-ben", "s1")]);
  expect(result.dropped).toEqual([at("ana-lin", "s0")]);
  expect(result.unscheduled).toMatchObject([{ meetingId: "ana-lin", reason: { code: "ENGAGED_IN_TURN" } }]);
  expect(result.share.after).toMatchObject({ count: 3, least: 0.5, median: 0.5, greatest: 1, worstTenth: 0.5 });
});

test("placements that break a rule of the problem as it is now are named and count as not held", () => {
  const result = compare(problem, [at("ana-lin", "s0"), at("ana-ben", "s0")], []);
  expect(result.invalid.before).toEqual([at("ana-ben", "s0")]);
  expect(result.meetings).toEqual({ before: 1, after: 0 });
});

test("a plan beside itself: nothing moved, nobody gains; and the counts add up for any two", () => {
  fc.assert(
    fc.property(arbitraryProblem(), fc.nat(9), (input, n) => {
      const one = solve(input, { seed: 1 }).placements;
      const two = solve(input, { seed: 2, shouldStop: () => n === 0 }).placements.slice(0, n);
      expect(compare(input, one, one)).toMatchObject({ moved: [], added: [], dropped: [], kept: one.length, gains: 0, loses: 0 });
      const { moved, added, dropped, kept } = compare(input, one, two);
      expect(kept + moved.length + added.length).toBe(two.length);
      expect(kept + moved.length + dropped.length).toBe(one.length);
    }),
    { numRuns: 60, seed: 71 },
  );
});

test("distribution: quantiles by nearest rank, the worst-off tenth, and Gini's index", () => {
  expect(distributionOf([])).toMatchObject({ count: 0, mean: 0, gini: 0 });
  expect(distributionOf([1, 1, 1, 1])).toMatchObject({ mean: 1, worstTenth: 1, gini: 0 });
  expect(distributionOf([0, 0, 0, 1]).gini).toBeCloseTo(0.75, 10);
  const twenty = distributionOf(Array.from({ length: 20 }, (_, i) => (i + 1) / 20));
  expect(twenty).toMatchObject({ least: 0.05, p10: 0.1, p25: 0.25, median: 0.5, p75: 0.75, p90: 0.9, greatest: 1 });
  expect(twenty.worstTenth).toBeCloseTo(0.075, 10);
});
