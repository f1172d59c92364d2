import type { Brokerage } from "./exact/brokerage.ts";
import { conflictSet } from "./exact/conflict-set.ts";
import { brokerageOf } from "./exact/from-compiled.ts";
import { type ExactResult, solveExact } from "./exact/solve-exact.ts";
import type { ConflictItem } from "./explain/conflict.ts";
import { conflictItems } from "./explain/conflict-items.ts";
import { mustConflict } from "./explain/must-conflict.ts";
import { overfullMusts } from "./explain/overfull-musts.ts";
import { nearestPlaces } from "./large/nearest-places.ts";
import { placementsOf, restore } from "./large/placements.ts";
import { createPlan, type Plan, unplaced } from "./large/plan.ts";
import { solveLarge } from "./large/solve-large.ts";
import type { Compiled } from "./model/compile.ts";
import { parseProblem } from "./model/parse-problem.ts";
import type { ProblemInput } from "./model/problem.ts";
import type { Placement, Schedule, SolveOptions } from "./model/result.ts";
import { admitWaiting } from "./repair/admit-waiting.ts";
import { rescueMusts } from "./repair/rescue-musts.ts";

/**
 * The schedule of a problem. Throws `ProblemRefused` for input that contradicts itself. Where every meeting is a must and the published problem's form
 * fits, breaks are minimized and the result proven; otherwise weight is maximized and bounded. Interrupted, it returns its best so far.
 * Same problem, seed and no interruption: same schedule.
 */
export function solve(input: ProblemInput, options: SolveOptions = {}): Schedule {
  const { compiled } = parseProblem(input);
  return solveCompiled(compiled, options);
}

export function solveCompiled(compiled: Compiled, options: SolveOptions = {}): Schedule {
  const now = options.now ?? (() => performance.now());
  const started = now();
  const deadline = started + (options.deadlineMs ?? Number.POSITIVE_INFINITY);
  const run = { ...options, shouldStop: () => now() >= deadline || (options.shouldStop?.() ?? false) };
  const brokerage = options.previous === undefined ? brokerageOf(compiled) : null;
  const schedule = brokerage === null ? byWeight(compiled, run) : byBreaks(compiled, brokerage, run);
  return { ...schedule, seconds: (now() - started) / 1000 };
}

type Run = SolveOptions & { shouldStop: () => boolean };

const conflictBudget = 3_000;

function byBreaks(c: Compiled, brokerage: Brokerage, run: Run): Schedule {
  const exact = solveExact(brokerage, {
    seed: run.seed ?? 1,
    shouldStop: run.shouldStop,
    onProgress: ({ breaks, bound }) => run.onProgress?.({ phase: "breaks", value: breaks, bound }),
  });
  if (exact.status === "infeasible") {
    const conflict = conflictItems(c, conflictSet(brokerage, { budget: conflictBudget, shouldStop: run.shouldStop }));
    // The set is sought without regard to breaks: if there is none, their difference is what cannot be kept.
    if (conflict.length === 0 && !run.shouldStop()) conflict.push({ code: "BREAK_DIFFERENCE", most: brokerage.maxDifference });
    return nothing(c, exact.bound, conflict);
  }
  if (exact.slotOf === null) return byWeight(c, run);
  const placements = placementsFrom(c, exact.slotOf);
  return {
    status: exact.status === "optimal" ? "optimal" : "feasible",
    objective: "breaks",
    placements,
    unscheduledMeetingIds: [],
    value: exact.breaks!,
    bound: exact.bound,
    seconds: 0,
    conflict: [],
  };
}

const nothing = (c: Compiled, bound: number, conflict: ConflictItem[]): Schedule => ({
  status: "infeasible",
  objective: "breaks",
  placements: [],
  unscheduledMeetingIds: c.problem.meetings.map(({ id }) => id),
  value: 0,
  bound: Number.isFinite(bound) ? bound : 0,
  seconds: 0,
  conflict,
});

/** The exact engine counts places; which one a meeting gets is free. */
function placementsFrom(c: Compiled, slotOf: NonNullable<ExactResult["slotOf"]>): Placement[] {
  const taken = new Int32Array(c.locations * c.slots);
  return c.problem.meetings.map((meeting, m) => {
    const slot = slotOf[m]!;
    const location = c.locationsOf[m]!.find((l) => taken[l * c.slots + slot]! < c.seats[l * c.slots + slot]!)!;
    taken[location * c.slots + slot] = taken[location * c.slots + slot]! + 1;
    return {
      meetingId: meeting.id,
      slotId: c.problem.slots[slot]!.id,
      locationId: c.problem.locations[location]!.id,
      representativeIds: [...meeting.parties].map((_, k) => c.problem.participants[c.repsOf[c.partyStart[m]! + k]![0]!]!.id),
    };
  });
}

function byWeight(c: Compiled, run: Run): Schedule {
  const start = createPlan(c);
  if (run.previous) restore(start, run.previous);
  const solveFrom = (plan: Plan) =>
    solveLarge(c, {
      seed: run.seed ?? 1,
      shouldStop: run.shouldStop,
      start: plan,
      onProgress: (phase, value, upper) => run.onProgress?.({ phase, value, bound: upper }),
    });
  let { plan, bound } = solveFrom(start);
  const rescued = missesMusts(plan) && !run.shouldStop() ? rescueMusts(plan) : null;
  if (rescued !== null) ({ plan, bound } = solveFrom(rescued));
  admitWaiting(plan, run.shouldStop);
  nearestPlaces(plan, run.shouldStop);
  const unscheduled = c.problem.meetings.filter((_, m) => plan.slotOf[m] === unplaced);
  const missed = missesMusts(plan);
  const conflict = missed && !run.shouldStop() ? contradictionOf(plan) : [];
  const isOptimal = plan.weight >= bound - 1e-6;
  return {
    status: conflict.length > 0 ? "infeasible" : missed ? "incomplete" : isOptimal ? "optimal" : "feasible",
    objective: "weight",
    placements: placementsOf(plan),
    unscheduledMeetingIds: unscheduled.map(({ id }) => id),
    value: plan.weight,
    bound: Math.max(bound, plan.weight),
    seconds: 0,
    conflict,
  };
}

const missesMusts = ({ c, slotOf }: Plan): boolean =>
  c.must.subarray(0, c.meetings).some((must, m) => must === 1 && slotOf[m] === unplaced);

/** Trying everything gives the smaller set; counting proves what is too much to try. */
function contradictionOf(plan: Plan): ConflictItem[] {
  const tried = mustConflict(plan);
  return tried.length > 0 ? tried : overfullMusts(plan.c);
}
