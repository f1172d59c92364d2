import type { Random } from "../random.ts";
import { addClause } from "../sat/add-clause.ts";
import { search } from "../sat/search.ts";
import { totalizer } from "../sat/totalizer.ts";
import { type Brokerage, calendars, countBreaks } from "./brokerage.ts";
import { createCoreGuided, relaxCore } from "./core-guided.ts";
import { type Encoding, encode } from "./encode.ts";
import { refine } from "./refine.ts";

export interface ProofOptions {
  random: Random;
  /** Best value so far and a bound known before. */
  best: number;
  bound: number;
  shouldStop: () => boolean;
  onBetter: (slotOf: Int32Array, breaks: number) => void;
  onBound: (bound: number) => void;
  /** Runs between rounds with the value found so far; returns a better one if it found any. */
  betweenRounds: (round: number) => number;
}

export type Proof = { status: "optimal" | "infeasible" | "stopped"; bound: number };

const coreBudget = 3_000;
const countBudget = 12_000;
const budgetGrowth = 1.25;

/**
 * Closes the gap between the value and the bound. Two views of "fewer breaks" take turns: core-guided assumptions on a solver that lives on, which raise
 * the bound, and fresh solvers with one count over all penalties held at the bound, which find a best timetable sooner because they leave open who
 * has the breaks. A fresh solver starts with another order of decisions: long searches are a matter of luck (Gomes, Selman and Kautz 1998).
 * Budgets are conflicts, not seconds, so the same seed takes the same path.
 */
export function prove(problem: Brokerage, options: ProofOptions): Proof {
  const state: ProofState = { problem, options, best: options.best, bound: options.bound, infeasible: false };
  const cores = createCoreView(state);
  const isOpen = () => state.bound < state.best && !state.infeasible && !options.shouldStop();
  let growth = 1;
  for (let round = 0; isOpen(); round++) {
    cores.search(coreBudget * growth);
    if (isOpen()) state.best = Math.min(state.best, options.betweenRounds(round));
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
  return refine(problem, encoding, busy);
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
      relaxCore(encoding.solver, cores, answer.core, Math.min(assumptions.length, state.best - cores.bound), options.shouldStop);
      raise(state, cores.bound);
    }
    return true;
  };
  return {
    search: (budget: number): void => {
      while (state.bound < state.best && !state.infeasible && step(budget));
    },
  };
}

/** Looks for a timetable with no more breaks than the bound, on a fresh solver. */
function searchAtBound(state: ProofState, budget: number): void {
  const { options, bound } = state;
  const encoding = encode(state.problem);
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

const penaltiesOf = (encoding: Encoding): number[] => encoding.people.flatMap((person) => person.breaks);

function shake({ solver }: Encoding, random: Random): void {
  for (let v = 0; v < solver.variables; v++) solver.activity[v] = random.next() * 1e-3;
  solver.order.rebuild(solver.activity);
}

export const readSlots = (encoding: Encoding): Int32Array =>
  Int32Array.from(encoding.at, (slots) => slots.findIndex((literal) => encoding.solver.values[literal] === 1));
