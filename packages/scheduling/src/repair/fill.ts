import { priceOf } from "../large/blockers.ts";
import { type Plan, unplaced } from "../large/plan.ts";
import type { Applied } from "./apply-change.ts";
import { putAt } from "./log.ts";
import type { PlanState } from "./plan-state.ts";
import { bestFree } from "./position.ts";
import type { Run } from "./run.ts";

/** What the changes and the repair left free: people and locations, by slot. */
interface Freed {
  people: Map<number, Set<number>>;
  locations: Map<number, Set<number>>;
}

/** Waiting meetings into free places that were none before, heavy ones first; nothing else moves. Returns those placed. */
export function fillFreed({ plan, cancelled }: PlanState, run: Run, applied: Applied): number[] {
  const freed = whatIsFree(run, applied);
  const given = new Set([...applied.added, ...run.log.origins.keys()]);
  const waiting: number[] = [];
  for (let m = 0; m < plan.c.meetings; m++)
    if (plan.slotOf[m] === unplaced && !given.has(m) && !cancelled.has(m) && concerns(plan, m, freed)) waiting.push(m);
  return waiting
    .sort((a, b) => priceOf(plan, b) - priceOf(plan, a) || a - b)
    .filter((m) => {
      const free = bestFree(run, m, (slot, location) => usesFreed(plan, m, slot, location, freed));
      if (free !== null) putAt(run.log, m, free.slot, free.location, free.reps);
      return free !== null;
    });
}

function whatIsFree({ plan, log }: Run, applied: Applied): Freed {
  const freed: Freed = { people: new Map(), locations: new Map() };
  const all = Array.from({ length: plan.c.slots }, (_, s) => s);
  for (const p of applied.freedPeople) add(freed.people, p, all);
  for (const l of applied.freedLocations) add(freed.locations, l, all);
  for (const [m, { slot, place, reps }] of log.origins) {
    if (slot === unplaced) continue;
    const left = Array.from({ length: plan.c.length[m]! }, (_, i) => slot + i);
    add(freed.locations, place, left);
    for (const rep of reps) add(freed.people, rep, left);
  }
  return freed;
}

function add(map: Map<number, Set<number>>, key: number, slots: readonly number[]): void {
  const known = map.get(key) ?? new Set();
  for (const s of slots) known.add(s);
  map.set(key, known);
}

function concerns({ c }: Plan, m: number, freed: Freed): boolean {
  for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++)
    if (c.repsOf[i]!.some((rep) => freed.people.has(rep))) return true;
  return c.locationsOf[m]!.some((l) => freed.locations.has(l));
}

/** Whether the location, or somebody who may come, had been taken. */
function usesFreed({ c }: Plan, m: number, slot: number, location: number, freed: Freed): boolean {
  for (let s = slot; s < slot + c.length[m]!; s++) {
    if (freed.locations.get(location)?.has(s)) return true;
    for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++)
      for (const rep of c.repsOf[i]!) if (freed.people.get(rep)?.has(s)) return true;
  }
  return false;
}
