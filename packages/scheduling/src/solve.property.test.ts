import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryProblem, withMusts } from "../test/arbitrary-problem.ts";
import { checkSchedule } from "./check/check-schedule.ts";
import { ProblemRefused } from "./model/contradiction.ts";
import { Problem, type ProblemInput } from "./model/problem.ts";
import type { Schedule, SolveOptions } from "./model/result.ts";
import { solve } from "./solve.ts";

const solveOrRefuse = (input: ProblemInput, options: SolveOptions): Schedule | null => {
  try {
    return solve(input, options);
  } catch (error) {
    if (error instanceof ProblemRefused) return null;
    throw error;
  }
};

const calls = (n: number) => {
  let left = n;
  return () => left-- <= 0;
};

test("whatever the problem and whenever it is stopped: every rule is kept and the bound is on the right side", () => {
  fc.assert(
    fc.property(arbitraryProblem(), fc.integer({ min: 1, max: 3 }), fc.nat(40), (input, seed, stopAfter) => {
      const schedule = solve(input, { seed, shouldStop: calls(stopAfter) });
      expect(checkSchedule(Problem.parse(input), schedule.placements)).toEqual([]);
      expect(schedule.bound).toBeGreaterThanOrEqual(schedule.value - 1e-6);
      const held = new Set(schedule.placements.map((p) => p.meetingId));
      const worth = input.meetings.reduce((sum, m) => sum + (held.has(m.id) ? (m.weight ?? 1) : 0), 0);
      expect(schedule.value).toBeCloseTo(worth, 6);
      expect(schedule.unscheduledMeetingIds).toEqual(input.meetings.map(({ id }) => id).filter((id) => !held.has(id)));
    }),
    { numRuns: 400, seed: 11 },
  );
});

test("with musts: refused, or held by the rules, and called optimal or feasible only if all musts are held", () => {
  fc.assert(
    fc.property(arbitraryProblem(), fc.integer({ min: 1, max: 4 }), (plain, every) => {
      const input = withMusts(plain, every);
      const schedule = solveOrRefuse(input, { seed: 1 });
      if (schedule === null) return;
      expect(checkSchedule(Problem.parse(input), schedule.placements)).toEqual([]);
      const missed = input.meetings.filter((m) => m.must && schedule.unscheduledMeetingIds.includes(m.id));
      if (schedule.status === "optimal" || schedule.status === "feasible") expect(missed).toEqual([]);
      if (schedule.status === "infeasible") expect(schedule.conflict).not.toEqual([]);
    }),
    { numRuns: 400, seed: 12 },
  );
});

test("the same seed gives the same plan", () => {
  fc.assert(
    fc.property(arbitraryProblem(), fc.integer(), (input, seed) => {
      expect(solve(input, { seed }).placements).toEqual(solve(input, { seed }).placements);
    }),
    { numRuns: 100, seed: 13 },
  );
});

test("starting from an earlier plan, the result is as valid and never worth less", () => {
  fc.assert(
    fc.property(arbitraryProblem(), (input) => {
      const previous = solve(input, { seed: 1 });
      const next = solve(input, { seed: 2, previous: previous.placements });
      expect(checkSchedule(Problem.parse(input), next.placements)).toEqual([]);
      expect(next.value).toBeGreaterThanOrEqual(previous.value);
    }),
    { numRuns: 150, seed: 14 },
  );
});
