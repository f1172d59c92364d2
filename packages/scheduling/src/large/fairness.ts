import { possibleSlots } from "../model/possible-slots.ts";
import { blockers, priceOf } from "./blockers.ts";
import { groupCapacity } from "./bound.ts";
import { displace } from "./displace.ts";
import { type Plan, unplaced } from "./plan.ts";

/** Meetings held and possible by group of representatives. */
export interface Shares {
  got: Int32Array;
  possible: Int32Array;
}

export function shares(plan: Plan): Shares {
  const { c } = plan;
  const got = new Int32Array(c.groups.length);
  const possible = new Int32Array(c.groups.length);
  for (let m = 0; m < c.meetings; m++) {
    const counts = possibleSlots(c, m).length > 0 ? 1 : 0;
    for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++) {
      const g = c.groupOf[i]!;
      possible[g] = possible[g]! + counts;
      if (plan.slotOf[m] !== unplaced) got[g] = got[g]! + 1;
    }
  }
  c.groups.forEach((reps, g) => {
    possible[g] = Math.min(possible[g]!, groupCapacity(c, reps));
  });
  return { got, possible };
}

const lowShare = 0.75;

/**
 * Where somebody's share is low, one of their meetings takes the place of an equally weighty one of people who have more. Total weight never falls.
 */
export function fairness(plan: Plan, waiting: number[], shouldStop: () => boolean): void {
  const share = shares(plan);
  const lowest = (m: number) => partiesOf(plan, m).reduce((low, g) => Math.min(low, shareOf(share, g)), 1);
  for (const m of waiting) {
    if (shouldStop()) return;
    if (plan.slotOf[m] !== unplaced || lowest(m) >= lowShare) continue;
    giveWay(plan, m, share, lowest);
  }
}

function giveWay(plan: Plan, m: number, share: Shares, lowest: (m: number) => number): void {
  const price = priceOf(plan, m);
  for (let slot = 0; slot < plan.c.slots; slot++) {
    const blocked = blockers(plan, m, slot, price + 1e-9);
    if (blocked === null || blocked.meetings.length !== 1) continue;
    const other = blocked.meetings[0]!;
    const poorest = partiesOf(plan, other).reduce((low, g) => Math.min(low, shareWithout(share, g)), 1);
    if (poorest <= lowest(m)) continue;
    const displaced = displace(plan, m, slot, price + 1e-9, () => false);
    if (displaced === null) continue;
    for (const g of partiesOf(plan, m)) share.got[g] = share.got[g]! + 1;
    for (const lost of displaced.lost) for (const g of partiesOf(plan, lost)) share.got[g] = share.got[g]! - 1;
    return;
  }
}

const partiesOf = (plan: Plan, m: number): number[] =>
  Array.from(plan.c.groupOf.subarray(plan.c.partyStart[m]!, plan.c.partyStart[m + 1]!));

const shareOf = (share: Shares, g: number): number => (share.possible[g] === 0 ? 1 : share.got[g]! / share.possible[g]!);

const shareWithout = (share: Shares, g: number): number =>
  share.possible[g] === 0 ? 1 : (share.got[g]! - 1) / share.possible[g]!;
