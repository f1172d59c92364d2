import { holdAll } from "../explain/can-hold.ts";
import { partOf } from "../explain/must-conflict.ts";
import { restore } from "../large/placements.ts";
import { createPlan, type Plan, unplaced } from "../large/plan.ts";
import { compile } from "../model/compile.ts";
import { rehouseOrphans } from "./rehouse.ts";
import { createRun } from "./run.ts";

const movesPerMust = 3;
const fewMusts = 14;
const chainEffort = 300_000;
const searchEffort = 200_000;

/**
 * A plan with more of the musts: others make way along short chains, or give way where they are none themselves. Where few musts are wanted and some are
 * still missing, every way to hold them all is tried. Null if nothing was gained; the plan given may have changed.
 */
export function rescueMusts(plan: Plan): Plan | null {
  const missed = missingMusts(plan);
  const state = { plan, capacity: plan.c.meetings, cancelled: new Set<number>(), homeless: new Map() };
  rehouseOrphans(createRun(state, { effort: chainEffort }), missed, movesPerMust);
  const left = missingMusts(plan);
  return (left.length > 0 ? byTrying(plan) : null) ?? (left.length < missed.length ? plan : null);
}

function missingMusts({ c, slotOf }: Plan): number[] {
  const missing: number[] = [];
  for (let m = 0; m < c.meetings; m++) if (c.must[m] === 1 && slotOf[m] === unplaced) missing.push(m);
  return missing;
}

/** What musts come after must be held as well. */
function byTrying({ c }: Plan): Plan | null {
  const needed = new Set<number>();
  const need = (m: number): void => {
    needed.add(m);
    for (const earlier of c.before[m]!) need(earlier);
  };
  for (let m = 0; m < c.meetings; m++) if (c.must[m] === 1) need(m);
  if (needed.size > fewMusts) return null;
  const held = holdAll(compile(partOf(c, [...needed])), { left: searchEffort });
  if (typeof held === "string") return null;
  const plan = createPlan(c);
  restore(plan, held, "exact");
  return plan;
}
