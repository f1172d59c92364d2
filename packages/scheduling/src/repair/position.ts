import { hasSeat, isFree, mayStart } from "../large/fits.ts";
import { unplaced } from "../large/plan.ts";
import { slotCost } from "../large/slot-cost.ts";
import type { Origin } from "./log.ts";
import type { Run } from "./run.ts";

/** A place for a meeting, with the cost of taking it. */
export interface Position {
  slot: number;
  location: number;
  reps: Int32Array;
  cost: number;
}

/** The free place that costs least, or null; only those that `mayUse` allows. */
export function bestFree(run: Run, m: number, mayUse?: (slot: number, location: number) => boolean): Position | null {
  const { plan, firstSlot } = run;
  const home = run.home(m);
  let best: Position | null = null;
  for (let slot = firstSlot; slot < plan.c.slots; slot++) {
    if (!mayStart(plan, m, slot)) continue;
    for (const location of plan.c.locationsOf[m]!) {
      if (mayUse?.(slot, location) === false) continue;
      const found = freeAt(run, m, slot, location, home);
      if (found !== null && found.cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = found;
    }
  }
  return best;
}

function freeAt(run: Run, m: number, slot: number, location: number, home: Origin): Position | null {
  const { plan } = run;
  run.effort--;
  if (!hasSeat(plan, m, slot, location) || !chooseReps(run, m, slot, location, home)) return null;
  const { partyStart } = plan.c;
  return {
    slot,
    location,
    reps: plan.repOf.slice(partyStart[m]!, partyStart[m + 1]!),
    cost: costOf(run, m, slot, location, home),
  };
}

/** As the engine's choice, but those who came before come again if they can. */
function chooseReps({ plan }: Run, m: number, slot: number, location: number, home: Origin): boolean {
  const { c, repOf } = plan;
  const first = c.partyStart[m]!;
  for (let i = first; i < c.partyStart[m + 1]!; i++) {
    const isOpen = (rep: number) => !isAmong(repOf, first, i, rep) && isFree(plan, rep, slot, c.length[m]!, location);
    const same = home.reps[i - first] ?? unplaced;
    const rep = same !== unplaced && isOpen(same) ? same : c.repsOf[i]!.find(isOpen);
    if (rep === undefined) return false;
    repOf[i] = rep;
  }
  return true;
}

function isAmong(list: Int32Array, from: number, to: number, value: number): boolean {
  for (let i = from; i < to; i++) if (list[i] === value) return true;
  return false;
}

const slotAway = 0.1;
const dayAway = 4;
const otherPlace = 0.5;

/** Breaks and walking for those who come, and how far the meeting is carried from where it was. */
export function costOf({ plan }: Run, m: number, slot: number, location: number, home: Origin): number {
  const cost = slotCost(plan, m, slot, location);
  if (home.slot === unplaced) return cost;
  const { dayOf } = plan.c;
  const far = slotAway * Math.abs(slot - home.slot) + (dayOf[slot] === dayOf[home.slot] ? 0 : dayAway);
  return cost + far + (home.place === location ? 0 : otherPlace);
}
