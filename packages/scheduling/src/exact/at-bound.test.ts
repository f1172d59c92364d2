import { expect, test } from "vitest";
import { createRandom } from "../random.ts";
import { createBoundView } from "./at-bound.ts";
import type { Brokerage } from "./brokerage.ts";
import type { ProofState } from "./proof-state.ts";

/** Ana meets ben, lin and mei; ben and mei are fixed at the first and the last of the slots, lin may take those of the mask. */
function anaMeets(lin: number): Brokerage {
  const meetingsOf = [[0, 1, 2], [0], [1], [2]];
  const peopleOf = [0, 1, 2].map((m) => [0, m + 1]);
  const size = { slots: 4, people: 4, meetings: 3, maxDifference: 2 };
  return {
    ...size,
    peopleOf,
    meetingsOf,
    allowed: Int32Array.of(1, lin, 8),
    capacity: new Int32Array(4).fill(1),
    precedences: [],
  };
}

function stateOf(problem: Brokerage, best: number): ProofState {
  const ignored = () => undefined;
  const options = { random: createRandom(1), best, bound: 0, shouldStop: () => false, onBetter: ignored, onBound: ignored };
  return {
    problem,
    options: { ...options, slotOf: () => null, betweenRounds: () => best },
    best,
    bound: 0,
    infeasible: false,
    several: new Set(),
  };
}

test("the bound rises to the value of the timetable that is found there", () => {
  const state = stateOf(anaMeets(6), 3);
  createBoundView(state)(100);
  expect(state).toMatchObject({ best: 1, bound: 1, infeasible: false });
});

test("without any timetable it finds one, or that there is none", () => {
  const possible = stateOf(anaMeets(6), Number.POSITIVE_INFINITY);
  createBoundView(possible)(100);
  expect(possible).toMatchObject({ best: 1, bound: 1, infeasible: false });
  const impossible = stateOf(anaMeets(1), Number.POSITIVE_INFINITY);
  createBoundView(impossible)(100);
  expect(impossible.infeasible).toBe(true);
});
