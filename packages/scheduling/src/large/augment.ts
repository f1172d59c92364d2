import { isPossible } from "../model/possible-slots.ts";
import type { Random } from "../random.ts";
import { insertByChain } from "./chain.ts";
import { type Plan, unplaced } from "./plan.ts";

/**
 * Tries alternating paths for a meeting without a free slot: from a slot where the first party has somebody free to one where the second has, at most
 * `tries` pairs, in random order.
 */
export function augment(plan: Plan, m: number, random: Random, tries: number, isFixed: (meeting: number) => boolean): boolean {
  const { c } = plan;
  if (c.length[m]! > 1) return false;
  const open = Array.from({ length: c.slots }, (_, s) => s).filter((s) => isPossible(c, m, s));
  const first = c.partyStart[m]!;
  const freeOf = (party: number) => open.filter((s) => hasFree(plan, party, s));
  const here = freeOf(first);
  const there = Array.from({ length: c.slots }, (_, s) => s).filter((s) => hasFree(plan, first + 1, s));
  const swapped = freeOf(first + 1);
  const opposite = Array.from({ length: c.slots }, (_, s) => s).filter((s) => hasFree(plan, first, s));
  for (let t = 0; t < tries; t++) {
    const [from, to] = t % 2 === 0 ? [here, there] : [swapped, opposite];
    if (from.length === 0 || to.length === 0) continue;
    const a = from[random.below(from.length)]!;
    const b = to[random.below(to.length)]!;
    if (a !== b && insertByChain(plan, m, a, b, isFixed)) return true;
  }
  return false;
}

function hasFree(plan: Plan, party: number, slot: number): boolean {
  const { c } = plan;
  for (const rep of c.repsOf[party]!)
    if (c.available[rep * c.slots + slot] === 1 && plan.meetingAt[rep * c.slots + slot] === unplaced) return true;
  return false;
}
