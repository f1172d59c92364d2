import { blockedByWalk, mayStart } from "./fits.ts";
import { type Plan, unplaced } from "./plan.ts";

export interface Blocked {
  location: number;
  /** Meetings that must leave so that the meeting fits; several if more than one party is engaged. */
  meetings: number[];
  /** Their weight, with musts beyond price. */
  weight: number;
}

export const mustPrice = 1e9;

export const priceOf = (plan: Plan, m: number): number => plan.c.weight[m]! + (plan.c.must[m] === 1 ? mustPrice : 0);

/**
 * The cheapest set of meetings in the way of `m` in the slot, over its locations and representatives. Null if the slot is impossible whoever leaves,
 * or costs as much as `budget`. Meetings of several slots are not driven out.
 */
export function blockers(
  plan: Plan,
  m: number,
  slot: number,
  budget: number,
  fixed?: (meeting: number) => boolean,
): Blocked | null {
  const { c } = plan;
  if (!mayStart(plan, m, slot) || c.length[m]! > 1) return null;
  let best: Blocked | null = null;
  for (const location of c.locationsOf[m]!) {
    const found = blockersAt(plan, m, slot, location, best?.weight ?? budget, fixed);
    if (found !== null) best = found;
    if (best?.weight === 0) break;
  }
  return best;
}

function blockersAt(
  plan: Plan,
  m: number,
  slot: number,
  location: number,
  budget: number,
  fixed?: (meeting: number) => boolean,
): Blocked | null {
  const { c } = plan;
  if (c.seats[location * c.slots + slot] === 0) return null;
  const meetings: number[] = [];
  let weight = 0;
  for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++) {
    const added = cheapestRep(plan, i, c.partyStart[m]!, slot, location, meetings, budget - weight, fixed);
    if (added === null) return null;
    weight += added;
  }
  if (
    plan.taken[location * c.slots + slot]! >= c.seats[location * c.slots + slot]! &&
    !meetings.some((x) => plan.placeOf[x] === location && covers(plan, x, slot))
  )
    return null;
  return weight < budget ? { location, meetings, weight } : null;
}

const covers = (plan: Plan, m: number, slot: number): boolean =>
  plan.slotOf[m]! <= slot && slot < plan.slotOf[m]! + plan.c.length[m]!;

/** Chooses a representative whose engagements cost least, notes them in `meetings`, and returns their price; null if none is possible. */
function cheapestRep(
  plan: Plan,
  party: number,
  firstParty: number,
  slot: number,
  location: number,
  meetings: number[],
  budget: number,
  fixed?: (meeting: number) => boolean,
): number | null {
  let best: { rep: number; engaged: number[]; price: number } | null = null;
  for (const rep of plan.c.repsOf[party]!) {
    let taken = false;
    for (let i = firstParty; i < party; i++) taken ||= plan.repOf[i] === rep;
    const engaged = taken ? null : engagements(plan, rep, slot, location);
    if (engaged === null) continue;
    let price = 0;
    for (const m of engaged) price += fixed?.(m) ? Number.POSITIVE_INFINITY : meetings.includes(m) ? 0 : priceOf(plan, m);
    if (price < (best?.price ?? budget)) best = { rep, engaged, price };
  }
  if (best === null) return null;
  plan.repOf[party] = best.rep;
  for (const m of best.engaged) if (!meetings.includes(m)) meetings.push(m);
  return best.price;
}

/** Meetings that keep the person from the slot: the one in it, or those too far to walk. Null if a rule does. */
function engagements(plan: Plan, rep: number, slot: number, location: number): number[] | null {
  const { c } = plan;
  if (c.available[rep * c.slots + slot] === 0) return null;
  const here = plan.meetingAt[rep * c.slots + slot]!;
  const isFull = here === unplaced && plan.perDay[rep * plan.days + c.dayOf[slot]!]! >= c.maxPerDay[rep]!;
  if (isFull || c.maxInARow[rep]! < c.slots || (here !== unplaced && c.length[here]! > 1)) return null;
  const engaged = here === unplaced ? [] : [here];
  const far = blockedByWalk(plan, rep, slot, 1, location);
  if (far !== unplaced && far !== here) engaged.push(far);
  if (engaged.some((m) => c.length[m]! > 1 || c.after[m]!.length > 0)) return null;
  return engaged;
}
