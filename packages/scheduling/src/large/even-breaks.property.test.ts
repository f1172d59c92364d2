import fc from "fast-check";
import { expect, test } from "vitest";
import { fairs, generateFair } from "../../bench/generate-fair.ts";
import { arbitraryProblem } from "../../test/arbitrary-problem.ts";
import { checkSchedule } from "../check/check-schedule.ts";
import { compileProblem } from "../model/parse-problem.ts";
import { Problem, type ProblemInput } from "../model/problem.ts";
import type { Placement } from "../model/result.ts";
import { breakCounts } from "./break-counts.ts";
import { evenBreaks } from "./even-breaks.ts";
import { shares } from "./fairness.ts";
import { placementsOf } from "./placements.ts";
import { createPlan, type Plan } from "./plan.ts";
import { solveLarge } from "./solve-large.ts";

/** The engine's plan as it is before breaks are evened out. */
function polished(input: ProblemInput, seed: number): Plan {
  const plan = createPlan(compileProblem(input));
  let isPolished = false;
  solveLarge(plan.c, {
    seed,
    start: plan,
    shouldStop: () => isPolished,
    onProgress: (phase) => {
      isPolished ||= phase === "polished";
    },
  });
  return plan;
}

/** Breaks of each person, read from the placements alone. */
function breaksOf({ slots, participants, meetings }: Problem, placements: readonly Placement[]): number[] {
  const lengthOf = new Map(meetings.map(({ id, length }) => [id, length]));
  const first = (p: Placement) => slots.findIndex(({ id }) => id === p.slotId);
  return participants.map(({ id }) => {
    const own = placements.filter((p) => p.representativeIds.includes(id));
    const busy = slots.map((_, s) => own.some((p) => first(p) <= s && s < first(p) + lengthOf.get(p.meetingId)!));
    const runs = slots.filter((slot, s) => busy[s] && !(busy[s - 1] && slots[s - 1]!.day === slot.day));
    return runs.length - new Set(runs.map(({ day }) => day)).size;
  });
}

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
const squares = (list: readonly number[]) => sum(list.map((n) => n * n));

/** Evens out, holds the plan against what it was, and says whether breaks are fewer, or as many and more even. */
function evened(input: ProblemInput, seed: number, shouldStop = () => false): "fewer" | "more even" | "as before" {
  const problem = Problem.parse(input);
  const plan = polished(input, seed);
  const before = { placements: placementsOf(plan), weight: plan.weight, shares: shares(plan) };
  evenBreaks(plan, shouldStop);
  const placements = placementsOf(plan);
  expect(checkSchedule(problem, placements)).toEqual([]);
  expect(placements.map((p) => p.meetingId)).toEqual(before.placements.map((p) => p.meetingId));
  expect(plan.weight).toBeCloseTo(before.weight, 6);
  expect(shares(plan)).toEqual(before.shares);
  const [old, now] = [breaksOf(problem, before.placements), breaksOf(problem, placements)];
  expect(Array.from(breakCounts(plan))).toEqual(now);
  expect(sum(now)).toBeLessThanOrEqual(sum(old));
  if (sum(now) < sum(old)) return "fewer";
  expect(squares(now)).toBeLessThanOrEqual(squares(old));
  return squares(now) < squares(old) ? "more even" : "as before";
}

test("evening out never costs weight, anybody's share or a break, and among as many breaks never makes them less even", () => {
  const seen = { fewer: 0, "more even": 0, "as before": 0 };
  fc.assert(
    fc.property(arbitraryProblem(), fc.integer({ min: 1, max: 99 }), (input, seed) => {
      seen[evened(input, seed)]++;
    }),
    { numRuns: 400, seed: 71 },
  );
  expect(seen.fewer + seen["more even"]).toBeGreaterThan(3);
});

test.each([1, 2, 3])("in a crowded fair breaks become fewer and every rule is kept, also when stopped (seed %i)", (seed) => {
  const fair = generateFair({ ...fairs.small, wishes: 900 }, seed);
  expect(evened(fair, seed)).not.toBe("as before");
  let left = seed;
  evened(fair, seed, () => left-- <= 0);
});
