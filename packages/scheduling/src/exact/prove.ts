import { search } from "../sat/search.ts";
import { createBoundView } from "./at-bound.ts";
import type { Brokerage } from "./brokerage.ts";
import { createCoreGuided, relaxCore } from "./core-guided.ts";
import { type Encoding, encode, penaltiesOf } from "./encode.ts";
import { createNeighbourhoods, type Neighbourhoods } from "./neighbourhood.ts";
import { accept, close, isOpen, type ProofOptions, type ProofState, raise } from "./proof-state.ts";
import { countAllBreaks } from "./refine.ts";

export type Proof = { status: "optimal" | "infeasible" | "stopped"; bound: number };

/** Where every core is one person, the cores say who has the breaks, and only the timetable is left to be found. */
const settledBudget = 20_000;
const coreBudget = 2_500;
const nearbyBudget = 1_500;
const boundBudget = 60_000;
const boundGrowth = 2;

/**
 * Closes the gap between the value and the bound. Three views take turns, each on solvers that live on: core-guided assumptions, which raise the bound;
 * neighbourhoods of the best timetable, which improve it in small steps; and one count over all penalties held at the bound, where the chief suspects come
 * first and the search starts near the best timetable. A round that leaves the bound where it is hands the turns of the cores to the count, whose budget
 * grows. Budgets are conflicts, not seconds, so the same seed takes the same path.
 */
export function prove(problem: Brokerage, options: ProofOptions): Proof {
  const state: ProofState = { problem, options, best: options.best, bound: options.bound, infeasible: false, several: new Set() };
  const cores = createCoreView(state);
  const nearby = createNearbyView(state);
  const atBound = createBoundView(state);
  let stalledAt = Number.NEGATIVE_INFINITY;
  for (let round = 0; isOpen(state); round++) {
    if (state.bound > stalledAt) cores.search();
    stalledAt = state.bound;
    if (isOpen(state)) state.best = Math.min(state.best, options.betweenRounds());
    if (isOpen(state)) nearby(nearbyBudget);
    if (isOpen(state)) atBound(boundBudget * boundGrowth ** round);
  }
  if (state.infeasible) return { status: "infeasible", bound: state.bound };
  return { status: state.bound < state.best ? "stopped" : "optimal", bound: state.bound };
}

function createCoreView(state: ProofState) {
  const { options } = state;
  const encoding = encode(state.problem);
  const cores = createCoreGuided(penaltiesOf(encoding));
  let singles = 0;
  const relax = (failed: readonly number[], slack: number): void => {
    const core = relaxCore(encoding.solver, cores, failed, slack, options.shouldStop);
    raise(state, cores.bound);
    if (core.length !== 1) return;
    singles++;
    for (const literal of deepenForced(state, encoding, core[0]!)) cores.assumed.add(literal);
  };
  const step = (): boolean => {
    const budget = singles > 0 && singles === cores.bound ? settledBudget : coreBudget;
    const assumptions = [...cores.assumed].map((literal) => literal ^ 1);
    const answer = search(encoding.solver, { assumptions, maxConflicts: budget, shouldStop: options.shouldStop });
    if (answer.status === "unknown") return false;
    if (answer.status === "satisfiable") {
      const added = accept(state, encoding);
      if (added === null) raise(state, state.best);
      else for (const literal of added) cores.assumed.add(literal);
    } else if (answer.core.length === 0) close(state);
    else relax(answer.core, Math.min(assumptions.length, state.best - cores.bound));
    return true;
  };
  return {
    search: (): void => {
      while (state.bound < state.best && !state.infeasible && step());
    },
  };
}

/** Somebody who must have a break would have any number of them in the next model, as only the first is counted: better count them all at once. */
function deepenForced(state: ProofState, encoding: Encoding, penalty: number): number[] {
  const person = encoding.people.findIndex(({ breaks }) => breaks[0] === penalty);
  if (person < 0) return [];
  state.several.add(person);
  return countAllBreaks(state.problem, encoding, [person], state.best);
}

/** Improves the best timetable step by step, as long as the budget lasts. */
function createNearbyView(state: ProofState) {
  const { problem, options } = state;
  const accepted = (encoding: Encoding) => accept(state, encoding) !== null;
  let neighbourhoods: Neighbourhoods | null = null;
  return (budget: number): void => {
    for (let outcome = "found"; outcome === "found" && state.bound < state.best; ) {
      const slotOf = options.slotOf();
      if (slotOf === null) return;
      neighbourhoods ??= createNeighbourhoods(problem, { ...options, accept: accepted });
      outcome = neighbourhoods.search(slotOf, state.best, budget);
      if (outcome === "proven") raise(state, state.best);
    }
  };
}
