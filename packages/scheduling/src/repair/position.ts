import { hasSeat, isFree, mayStart } from "../large/fits.ts";
import { unplaced } from "../large/plan.ts";
import { slotCost } from "../large/slot-cost.ts";
import type { Run } from "./run.ts";

/** A place for a meeting, with the cost of taking it. */
export interface Position {
  slot: number;
  location: number;
  reps: Int32Array;
  cost: number;
}

/** The free place that costs least, or null. */
export function bestFree(run: Run, m: number): Position | null {
  const { plan, firstSlot } = run;
  let best: Position | null = null;
  for (let slot = firstSlot; slot < plan.c.slots; slot++) {
    if (!mayStart(plan, m, slot)) continue;
    const found = bestFreeAt(run, m, slot, best?.cost ?? Number.POSITIVE_INFINITY);
    if (found !== null) best = found;
  }
  return best;
}

function bestFreeAt(run: Run, m: number, slot: number, below: number): Position | null {
  const { plan } = run;
  let best: Position | null = null;
  for (const location of plan.c.locationsOf[m]!) {
    run.effort--;
    if (!hasSeat(plan, m, slot, location) || !chooseReps(run, m, slot, location)) continue;
    const cost = costOf(run, m, slot, location);
    if (cost < (best?.cost ?? below)) best = { slot, location, reps: repsOf(run, m), cost };
  }
  return best;
}

const repsOf = ({ plan }: Run, m: number): Int32Array => plan.repOf.slice(plan.c.partyStart[m]!, plan.c.partyStart[m + 1]!);

/** As the engine's choice, but those who came before come again if they can. */
function chooseReps(run: Run, m: number, slot: number, location: number): boolean {
  const { c, repOf } = run.plan;
  const before = run.home(m).reps;
  const first = c.partyStart[m]!;
  const end = c.partyStart[m + 1]!;
  for (let i = first; i < end; i++) {
    const isOpen = (rep: number) =>
      !repOf.subarray(first, i).includes(rep) && isFree(run.plan, rep, slot, c.length[m]!, location);
    const same = before[i - first] ?? unplaced;
    const rep = same !== unplaced && isOpen(same) ? same : c.repsOf[i]!.find(isOpen);
    if (rep === undefined) return false;
    repOf[i] = rep;
  }
  return true;
}

const slotAway = 0.1;
const dayAway = 4;
const otherPlace = 0.5;

/** Breaks and walking for those who come, and how far the meeting is carried from where it was. */
export function costOf({ plan, home }: Run, m: number, slot: number, location: number): number {
  const { slot: from, place } = home(m);
  const cost = slotCost(plan, m, slot, location);
  if (from === unplaced) return cost;
  const { dayOf } = plan.c;
  const far = slotAway * Math.abs(slot - from) + (dayOf[slot] === dayOf[from] ? 0 : dayAway);
  return cost + far + (place === location ? 0 : otherPlace);
}
