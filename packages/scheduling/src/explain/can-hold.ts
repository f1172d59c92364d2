import { hasSeat, isFree, mayStart } from "../large/fits.ts";
import { placementsOf } from "../large/placements.ts";
import { createPlan, type Plan, place, remove } from "../large/plan.ts";
import type { Compiled } from "../model/compile.ts";
import { possibleSlots } from "../model/possible-slots.ts";
import type { Placement } from "../model/result.ts";

/** Steps of search that may still be spent, over several questions. */
export interface Effort {
  left: number;
}

/**
 * All meetings of a small problem held together, found by trying every slot, location and delegation; "impossible" is proven, "unknown" means that the
 * effort ran out. Rules are checked as meetings are placed, which is enough: adding a meeting satisfies no rule but order, and order decides the sequence.
 */
export function holdAll(c: Compiled, effort: Effort): Placement[] | "impossible" | "unknown" {
  const plan = createPlan(c);
  const order = inOrder(c);
  let found: Placement[] | null = null;
  const hold = (i: number): boolean => {
    if (i === order.length) {
      found = placementsOf(plan);
      return true;
    }
    const m = order[i]!;
    for (let slot = 0; slot < c.slots; slot++)
      for (const location of c.locationsOf[m]!) if (tryPlace(plan, m, slot, location, 0, () => hold(i + 1), effort)) return true;
    return false;
  };
  hold(0);
  return found ?? (effort.left <= 0 ? "unknown" : "impossible");
}

/** Whether it is proven that they cannot be held together. */
export const isImpossible = (c: Compiled, effort: Effort): boolean => holdAll(c, effort) === "impossible";

/** Predecessors first, then those with the fewest slots. */
function inOrder(c: Compiled): number[] {
  const rank = (m: number): number => 1 + c.before[m]!.reduce((most, earlier) => Math.max(most, rank(earlier)), 0);
  const ways = Array.from({ length: c.meetings }, (_, m) => possibleSlots(c, m).length);
  return ways.map((_, m) => m).sort((a, b) => rank(a) - rank(b) || ways[a]! - ways[b]!);
}

function tryPlace(
  plan: Plan,
  m: number,
  slot: number,
  location: number,
  party: number,
  next: () => boolean,
  effort: Effort,
): boolean {
  const { c } = plan;
  if (effort.left-- <= 0) return false;
  if (party === 0 && !(mayStart(plan, m, slot) && hasSeat(plan, m, slot, location))) return false;
  const i = c.partyStart[m]! + party;
  if (i === c.partyStart[m + 1]!) {
    place(plan, m, slot, location);
    const held = next();
    remove(plan, m);
    return held;
  }
  for (const rep of c.repsOf[i]!) {
    const isTaken = plan.repOf.subarray(c.partyStart[m]!, i).includes(rep);
    if (isTaken || !isFree(plan, rep, slot, c.length[m]!, location)) continue;
    plan.repOf[i] = rep;
    if (tryPlace(plan, m, slot, location, party + 1, next, effort)) return true;
  }
  return false;
}
