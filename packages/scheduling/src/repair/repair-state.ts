import { unplaced } from "../large/plan.ts";
import { type Applied, applyChanges, takeBack } from "./apply-change.ts";
import type { Change } from "./change.ts";
import { fillFreed } from "./fill.ts";
import { rollBack, takeAway } from "./log.ts";
import type { PlanState } from "./plan-state.ts";
import { placeAdded, rehouseOrphans, retry } from "./rehouse.ts";
import type { Repaired, RepairOptions } from "./repaired.ts";
import { report } from "./report.ts";
import { returnHome } from "./return-home.ts";
import { createRun, type Run } from "./run.ts";
import { stillHolds } from "./still-holds.ts";

/**
 * What it takes to keep the plan valid under the changes, with as few existing meetings changed as possible. A dry run: the state is afterwards what it
 * was. Same state, changes and options: same answer. Throws `ProblemRefused` for changes that name unknown ids or meetings that contradict themselves.
 */
export function repairState(state: PlanState, changes: readonly Change[], options: RepairOptions = {}): Repaired {
  return perform(state, changes, options, ({ run, applied, weight }) => {
    rollBack(run.log, 0);
    takeBack(applied);
    state.plan.weight = weight;
  });
}

/** As `repairState`, and the state takes it over. */
export function commitRepair(state: PlanState, changes: readonly Change[], options: RepairOptions = {}): Repaired {
  return perform(state, changes, options, () => state.homeless.clear());
}

interface Performed {
  run: Run;
  applied: Applied;
  weight: number;
}

function perform(
  state: PlanState,
  changes: readonly Change[],
  options: RepairOptions,
  finish: (done: Performed) => void,
): Repaired {
  const started = performance.now();
  const before = { weight: state.plan.weight, count: state.plan.count };
  const applied = applyChanges(state, changes);
  const run = createRun(state, options);
  const outcome = repairPlan(state, run, applied, options);
  const repaired = report(state, run, applied, outcome, before);
  finish({ run, applied, weight: before.weight });
  return { ...repaired, seconds: (performance.now() - started) / 1000 };
}

function repairPlan(state: PlanState, run: Run, applied: Applied, options: RepairOptions) {
  const { plan } = state;
  for (const m of applied.cancelled) if (plan.slotOf[m] !== unplaced) takeAway(run.log, m);
  const orphans = [...state.homeless.keys()];
  for (const m of applied.touched) {
    if (plan.slotOf[m] === unplaced || plan.slotOf[m]! < run.firstSlot || stillHolds(plan, m)) continue;
    takeAway(run.log, m);
    orphans.push(m);
  }
  const outcome = rehouseOrphans(run, orphans, options.movesPerMeeting ?? 3);
  placeAdded(run, applied.added, options.movesPerNewMeeting ?? 1);
  returnHome(run, new Set(orphans));
  retry(run, [...outcome.lost, ...applied.added]);
  const filled = options.fill === true ? fillFreed(state, run, applied) : [];
  return { ...outcome, filled };
}
