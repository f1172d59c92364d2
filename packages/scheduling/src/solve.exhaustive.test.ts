import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryProblem, withMusts } from "../test/arbitrary-problem.ts";
import { everySchedule } from "../test/brute-force.ts";
import { ProblemRefused } from "./model/contradiction.ts";
import { Problem, type ProblemInput } from "./model/problem.ts";
import { solve } from "./solve.ts";

/** The most weight any schedule holds with all musts, by trying every schedule; null if none holds all musts. */
function bestByTrying(input: ProblemInput): number | null {
  const problem = Problem.parse(input);
  let best: number | null = null;
  for (const held of everySchedule(problem)) {
    const ids = new Set(held.map((p) => p.meetingId));
    if (problem.meetings.some((m) => m.must && !ids.has(m.id))) continue;
    const weight = problem.meetings.reduce((sum, m) => sum + (ids.has(m.id) ? m.weight : 0), 0);
    best = Math.max(best ?? 0, weight);
  }
  return best;
}

const tiny = (input: ProblemInput): ProblemInput => ({ ...input, meetings: input.meetings.slice(0, 3) });

test("no schedule at all is worth more than the bound, and what is called optimal is", () => {
  fc.assert(
    fc.property(arbitraryProblem().map(tiny), (input) => {
      const best = bestByTrying(input)!;
      const schedule = solve(input, { seed: 1 });
      expect(schedule.value).toBeLessThanOrEqual(best);
      expect(schedule.bound).toBeGreaterThanOrEqual(best - 1e-6);
      if (schedule.status === "optimal") expect(schedule.value).toBe(best);
    }),
    { numRuns: 60, seed: 21 },
  );
});

test("a limit per day counts meetings, also those of two slots: the bound allows for both", () => {
  const input: ProblemInput = {
    slots: [0, 1, 2].map((n) => ({ id: `s${n}`, day: "d", startMinute: 540 + 20 * n, endMinute: 560 + 20 * n })),
    participants: [{ id: "ana", maxPerDay: 2 }, { id: "lin" }],
    locations: [{ id: "t", kind: "table", capacity: 1 }],
    meetings: [
      { id: "long", parties: ["ana", "lin"], weight: 2, length: 2 },
      { id: "short", parties: ["ana", "lin"], weight: 1 },
    ],
  };
  const schedule = solve(input, { seed: 1 });
  expect(schedule).toMatchObject({ status: "optimal", value: 3, bound: 3 });
});

test("if all musts can be held they are, and if they cannot, that is proven", () => {
  fc.assert(
    fc.property(arbitraryProblem().map(tiny), (plain) => {
      const input = withMusts(plain, 1);
      const best = bestByTrying(input);
      try {
        const { status } = solve(input, { seed: 1 });
        expect(["optimal", "feasible"].includes(status)).toBe(best !== null);
        if (best === null) expect(status).toBe("infeasible");
      } catch (error) {
        expect(error).toBeInstanceOf(ProblemRefused);
        expect(best).toBeNull();
      }
    }),
    { numRuns: 60, seed: 22 },
  );
});
