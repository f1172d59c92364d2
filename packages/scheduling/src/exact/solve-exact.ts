import { createRandom } from "../random.ts";
import type { Brokerage } from "./brokerage.ts";
import { lagrangeBound } from "./lagrange.ts";
import { prove } from "./prove.ts";
import { createSurvey } from "./survey.ts";

export interface ExactOptions {
  seed: number;
  shouldStop?: () => boolean;
  onProgress?: (progress: { breaks: number | null; bound: number }) => void;
}

export interface ExactResult {
  status: "optimal" | "feasible" | "infeasible" | "unknown";
  /** Slot of every meeting; null when none was found. */
  slotOf: Int32Array | null;
  breaks: number | null;
  /** Proven: no timetable has fewer breaks. */
  bound: number;
}

const firstMoves = 700_000;
const surveyRuns = 30;
const surveyMoves = 200_000;
/** Meetings times slots of a small published event; what is smaller needs fewer moves. */
const usualSize = 1_000;
const boundSteps = 400;

/**
 * Fewest breaks for the published problem: construct, anneal, bound, then prove or improve with clause learning. Ends when proven or told to
 * stop, with the best so far. Same problem and seed, same path.
 */
export function solveExact(problem: Brokerage, options: ExactOptions): ExactResult {
  const random = createRandom(options.seed);
  const shouldStop = options.shouldStop ?? (() => false);
  const best: ExactResult = { status: "unknown", slotOf: null, breaks: null, bound: 0 };
  const report = () => options.onProgress?.({ breaks: best.breaks, bound: best.bound });
  const keep = (slotOf: Int32Array, breaks: number) => {
    if (best.breaks !== null && breaks >= best.breaks) return;
    best.slotOf = slotOf;
    best.breaks = breaks;
    report();
  };
  const value = () => best.breaks ?? Number.POSITIVE_INFINITY;
  const survey = createSurvey(problem);
  const scale = Math.min(1, (problem.meetings * problem.slots) / usualSize);
  const improve = (runs: number, moves: number): number => {
    const found = survey.anneal(runs, Math.ceil(moves * scale), { random, target: best.bound, shouldStop });
    if (found !== null) keep(found.slotOf, found.breaks);
    return value();
  };

  best.bound = lagrangeBound(problem, Number.POSITIVE_INFINITY, boundSteps);
  if (best.bound === Number.POSITIVE_INFINITY) return { ...best, status: "infeasible" };
  improve(1, firstMoves);
  const proof = prove(problem, {
    random,
    best: value(),
    bound: best.bound,
    shouldStop,
    slotOf: () => best.slotOf,
    onBetter: keep,
    onBound: (bound) => {
      best.bound = bound;
      report();
    },
    betweenRounds: () => improve(surveyRuns, surveyMoves),
    suspects: survey.suspects,
  });
  best.bound = Math.max(best.bound, proof.bound);
  best.status = proof.status === "stopped" ? (best.slotOf ? "feasible" : "unknown") : proof.status;
  return best;
}
