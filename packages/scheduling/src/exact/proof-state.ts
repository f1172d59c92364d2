import type { Random } from "../random.ts";
import { type Brokerage, calendars, countBreaks } from "./brokerage.ts";
import type { Encoding } from "./encode.ts";
import { refine, severalBreaks } from "./refine.ts";

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
  /** Runs in every round and may find a better timetable; returns the best value so far. */
  betweenRounds: () => number;
  /** Everybody who can have a break, those first who most likely have one in a best timetable. */
  suspects: () => readonly number[];
}

export interface ProofState {
  problem: Brokerage;
  options: ProofOptions;
  best: number;
  bound: number;
  infeasible: boolean;
  /** People who had several breaks in some model: a new solver counts them all from the start, instead of finding out once more. */
  several: Set<number>;
}

/** Whether there is something left to search for, and time. */
export const isOpen = ({ bound, best, infeasible, options }: ProofState): boolean =>
  bound < best && !infeasible && !options.shouldStop();

export function raise(state: ProofState, bound: number): void {
  if (bound <= state.bound) return;
  state.bound = bound;
  state.options.onBound(bound);
}

/** The clauses alone allow no timetable any more: none at all, or none better than the best. */
export function close(state: ProofState): void {
  if (state.best === Number.POSITIVE_INFINITY) state.infeasible = true;
  else raise(state, state.best);
}

/** Takes the solver's model in. Returns literals that must be minimized as well; null if its breaks were all counted. */
export function accept(state: ProofState, encoding: Encoding): number[] | null {
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

const readSlots = (encoding: Encoding): Int32Array =>
  Int32Array.from(encoding.at, (slots) => slots.findIndex((literal) => encoding.solver.values[literal] === 1));
