import type { Random } from "../random.ts";
import { addClause } from "../sat/add-clause.ts";
import { search } from "../sat/search.ts";
import { totalizer } from "../sat/totalizer.ts";
import { type Brokerage, calendars, countBreaks } from "./brokerage.ts";
import { createCoreGuided, relaxCore } from "./core-guided.ts";
import { type Encoding, encode, penaltiesOf } from "./encode.ts";
import { createNeighbourhoods, type Neighbourhoods } from "./neighbourhood.ts";
import { countAllBreaks, refine, severalBreaks } from "./refine.ts";

export interface ProofOptions {
  random: Random;
  /** Best value so far and a bound known before. */
  best: number;
  bound: number;
  shouldStop: () => boolean;
  onBetter: (slotOf: Int32Array, breaks: number) => void;
  onBound: (bound: number) => void;
  /** The best timetable so far. */
  slotOf: () => Int32Array | null;
  /** Runs between rounds with the value found so far; returns a better one if it found any. */
  betweenRounds: (round: number) => number;
}

export type Proof = { status: "optimal" | "infeasible" | "stopped"; bound: number };

const coreBudget = 8_000;
const countBudget = 12_000;
const nearbyBudget = 3_000;
const budgetGrowth = 1.5;

/**
 * Closes the gap between the value and the bound. Three views take turns: core-guided assumptions on a solver that lives on, which raise the bound;
 * neighbourhoods of the best timetable, which improve it in small steps; and fresh solvers with one count over all penalties held at the bound, which find
 * a best timetable sooner because they leave open who has the breaks. A fresh solver starts with another order of decisions: long searches are a matter of luck (Gomes, Selman and Kautz 1998).
 * Budgets are conflicts, not seconds, so the same seed takes the same path.
 */
export function prove(problem: Brokerage, options: ProofOptions): Proof {
  const state: ProofState = { problem, options, best: options.best, bound: options.bound, infeasible: false, several: new Set() };
  const cores = createCoreView(state);
  const nearby = createNearbyView(state);
  const isOpen = () => state.bound < state.best && !state.infeasible && !options.shouldStop();
  let growth = 1;
  for (let round = 0; isOpen(); round++) {
    cores.search(coreBudget * growth);
    if (isOpen()) state.best = Math.min(state.best, options.betweenRounds(round));
    if (isOpen()) nearby(nearbyBudget * growth);
    if (isOpen()) searchAtBound(state, countBudget * growth);
    growth *= budgetGrowth;
  }
  if (state.infeasible) return { status: "infeasible", bound: state.bound };
  return { status: state.bound < state.best ? "stopped" : "optimal", bound: state.bound };
}

interface ProofState {
  problem: Brokerage;
  options: ProofOptions;
  best: number;
  bound: number;
  infeasible: boolean;
  /** People who had several breaks in some model: a fresh solver counts them all from the start, instead of finding out once more. */
  several: Set<number>;
}

function raise(state: ProofState, bound: number): void {
  if (bound <= state.bound) return;
  state.bound = bound;
  state.options.onBound(bound);
}

/** The clauses alone allow no timetable any more: none at all, or none better than the best. */
function close(state: ProofState): void {
  if (state.best === Number.POSITIVE_INFINITY) state.infeasible = true;
  else raise(state, state.best);
}

/** Takes the solver's model in. Returns literals that must be minimized as well; null if its breaks were all counted. */
function accept(state: ProofState, encoding: Encoding): number[] | null {
  const { problem, options } = state;
  const slotOf = readSlots(encoding);
  const busy = calendars(problem, slotOf);
  const { total, difference } = countBreaks(busy);
  if (difference <= problem.maxDifference && total < state.best) {
    state.best = total;
    options.onBetter(slotOf, total);
  }
  for (const p of severalBreaks(problem, busy)) state.several.add(p);
  return refine(problem, encoding, busy, state.best);
}

function createCoreView(state: ProofState) {
  const { options } = state;
  const encoding = encode(state.problem);
  const cores = createCoreGuided(penaltiesOf(encoding));
  const step = (budget: number): boolean => {
    const assumptions = [...cores.assumed].map((literal) => literal ^ 1);
    const answer = search(encoding.solver, { assumptions, maxConflicts: budget, shouldStop: options.shouldStop });
    if (answer.status === "unknown") return false;
    if (answer.status === "satisfiable") {
      const added = accept(state, encoding);
      if (added === null) raise(state, state.best);
      else for (const literal of added) cores.assumed.add(literal);
    } else if (answer.core.length === 0) close(state);
    else {
      const slack = Math.min(assumptions.length, state.best - cores.bound);
      const core = relaxCore(encoding.solver, cores, answer.core, slack, options.shouldStop);
      raise(state, cores.bound);
      if (core.length === 1) for (const literal of deepenForced(state, encoding, core[0]!)) cores.assumed.add(literal);
    }
    return true;
  };
  return {
    search: (budget: number): void => {
      while (state.bound < state.best && !state.infeasible && step(budget));
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

/** Looks for a timetable with no more breaks than the bound, on a fresh solver. */
function searchAtBound(state: ProofState, budget: number): void {
  const { options, bound } = state;
  const encoding = encode(state.problem);
  countAllBreaks(state.problem, encoding, state.several, state.best);
  shake(encoding, options.random);
  for (let unsound = true; unsound; ) {
    const counter = totalizer(encoding.solver, penaltiesOf(encoding), bound + 1);
    if (counter.length > bound) addClause(encoding.solver, [counter[bound]! ^ 1]);
    const answer = search(encoding.solver, { maxConflicts: budget, shouldStop: options.shouldStop });
    if (answer.status === "unsatisfiable") raise(state, bound + 1);
    unsound = answer.status === "satisfiable" && accept(state, encoding) !== null;
    if (answer.status === "satisfiable" && !unsound) raise(state, state.best);
  }
}

function shake({ solver }: Encoding, random: Random): void {
  for (let v = 0; v < solver.variables; v++) solver.activity[v] = random.next() * 1e-3;
  solver.order.rebuild(solver.activity);
}

export const readSlots = (encoding: Encoding): Int32Array =>
  Int32Array.from(encoding.at, (slots) => slots.findIndex((literal) => encoding.solver.values[literal] === 1));
