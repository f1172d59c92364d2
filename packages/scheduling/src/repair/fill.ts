import { priceOf } from "../large/blockers.ts";
import { unplaced } from "../large/plan.ts";
import type { Applied } from "./apply-change.ts";
import { putAt } from "./log.ts";
import type { PlanState } from "./plan-state.ts";
import { bestFree } from "./position.ts";
import type { Run } from "./run.ts";

/** Waiting meetings of people or locations that have more room than before, heavy ones first, into free places only. Returns those placed. */
export function fillFreed({ plan, cancelled }: PlanState, run: Run, applied: Applied): number[] {
  const { c } = plan;
  const people = new Set(applied.freedPeople);
  const locations = new Set(applied.freedLocations);
  for (const [, { slot, place, reps }] of run.log.origins) {
    if (slot === unplaced) continue;
    for (const rep of reps) people.add(rep);
    locations.add(place);
  }
  const concerns = (m: number) => {
    for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++) if (c.repsOf[i]!.some((rep) => people.has(rep))) return true;
    return c.locationsOf[m]!.some((l) => locations.has(l));
  };
  const given = new Set([...applied.added, ...run.log.origins.keys()]);
  const waiting: number[] = [];
  for (let m = 0; m < c.meetings; m++)
    if (plan.slotOf[m] === unplaced && !given.has(m) && !cancelled.has(m) && concerns(m)) waiting.push(m);
  return waiting
    .sort((a, b) => priceOf(plan, b) - priceOf(plan, a) || a - b)
    .filter((m) => {
      const free = bestFree(run, m);
      if (free !== null) putAt(run.log, m, free.slot, free.location, free.reps);
      return free !== null;
    });
}
