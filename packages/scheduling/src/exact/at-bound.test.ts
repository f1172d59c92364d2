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

function stateOf(problem: Brokerage, best: number, bound = 0, suspects: number[] = [0]): ProofState {
  const ignored = () => undefined;
  const options = { random: createRandom(1), best, bound, shouldStop: () => false, onBetter: ignored, onBound: ignored };
  return {
    problem,
    options: { ...options, slotOf: () => null, betweenRounds: () => best, suspects: () => suspects },
    best,
    bound,
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

/** Ana's day as above, and bob's likewise. */
function anaAndBobMeet(anasLin: number, bobsLin: number): Brokerage {
  const [ana, bob] = [anaMeets(anasLin), anaMeets(bobsLin)];
  const shifted = (lists: Brokerage["peopleOf"], by: number) => lists.map((list) => list.map((i) => i + by));
  return {
    ...ana,
    people: 8,
    meetings: 6,
    peopleOf: [...ana.peopleOf, ...shifted(bob.peopleOf, 4)],
    meetingsOf: [...ana.meetingsOf, ...shifted(bob.meetingsOf, 3)],
    allowed: Int32Array.of(...ana.allowed, ...bob.allowed),
    capacity: new Int32Array(4).fill(2),
  };
}
const [fixedApart, free] = [6, 15];
const [ana, bob] = [0, 4];

test("a suspect who cannot have the only break is joined by the next", () => {
  const bobIsFine = anaAndBobMeet(fixedApart, free);
  const withRoom = { ...bobIsFine, allowed: bobIsFine.allowed.map((mask, m) => (m < 3 ? mask : 15)) };
  const state = stateOf(withRoom, 3, 1, [bob, ana]);
  createBoundView(state)(1_000);
  expect(state).toMatchObject({ best: 1, bound: 1 });
});

test("only what is refuted for everybody raises the bound", () => {
  const state = stateOf(anaAndBobMeet(fixedApart, fixedApart), 3, 1, [bob, ana]);
  createBoundView(state)(1_000);
  expect(state).toMatchObject({ best: 2, bound: 2 });
});
