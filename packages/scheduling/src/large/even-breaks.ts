import { breakCounts, breaksMade } from "./break-counts.ts";
import { fit, isFree } from "./fits.ts";
import { neighbour, walk } from "./neighbour.ts";
import { type Plan, place, remove, unplaced } from "./plan.ts";

/**
 * Costs in minutes of walking, so far apart that the lesser never buys the greater. One meeting has at most 20 parties, who walk at most 20 x 2 x 1,440
 * minutes to and from it (below 2^17), and whose squares of at most 199 breaks change by at most 20 x 399 (two such differ by less than 2^14).
 */
const squareCost = 2 ** 17;
const breakCost = 2 ** 14 * squareCost;
const gain = 1e-3;
const mostRounds = 6;

/**
 * Moves single meetings to other slots or colleagues, for fewer breaks; among as many, for a smaller sum of their squares over people, which is smallest
 * where all have the same; among these, for shorter ways. What is held stays held, so neither weight nor anybody's share changes.
 */
export function evenBreaks(plan: Plan, shouldStop: () => boolean): void {
  const { c } = plan;
  const counts = breakCounts(plan);
  for (let round = 0, moved = 1; round < mostRounds && moved > 0; round++) {
    moved = 0;
    for (let m = 0; m < c.meetings; m++) {
      if (m % 256 === 0 && shouldStop()) return;
      if (plan.slotOf[m] !== unplaced && moveToBest(plan, counts, m)) moved++;
    }
  }
}

function moveToBest(plan: Plan, counts: Int32Array, m: number): boolean {
  const { c } = plan;
  const first = c.partyStart[m]!;
  const repsNow = () => plan.repOf.slice(first, c.partyStart[m + 1]!);
  const present = { slot: plan.slotOf[m]!, location: plan.placeOf[m]!, reps: repsNow() };
  remove(plan, m);
  count(plan, counts, m, present.slot, -1);
  let best = present;
  let bestCost = costOf(plan, counts, m, present.slot, present.location) - gain;
  for (let slot = 0; slot < c.slots; slot++) {
    const location = fit(plan, m, slot);
    if (location === unplaced) continue;
    chooseColleagues(plan, counts, m, slot, location);
    const cost = costOf(plan, counts, m, slot, location);
    if (cost >= bestCost) continue;
    best = { slot, location, reps: repsNow() };
    bestCost = cost;
  }
  plan.repOf.set(best.reps, first);
  count(plan, counts, m, best.slot, 1);
  place(plan, m, best.slot, best.location);
  return best !== present;
}

/** Of the representatives free for the place, those whom it costs least. */
function chooseColleagues(plan: Plan, counts: Int32Array, m: number, slot: number, location: number): void {
  const { c, repOf } = plan;
  const [first, end] = [c.partyStart[m]!, c.partyStart[m + 1]!];
  for (let i = first; i < end; i++) {
    if (c.repsOf[i]!.length < 2) continue;
    let bestCost = personCost(plan, counts, repOf[i]!, slot, c.length[m]!, location);
    for (const rep of c.repsOf[i]!) {
      if (isAmong(repOf, first, end, rep) || !isFree(plan, rep, slot, c.length[m]!, location)) continue;
      const cost = personCost(plan, counts, rep, slot, c.length[m]!, location);
      if (cost >= bestCost) continue;
      repOf[i] = rep;
      bestCost = cost;
    }
  }
}

function isAmong(list: Int32Array, from: number, to: number, value: number): boolean {
  for (let i = from; i < to; i++) if (list[i] === value) return true;
  return false;
}

/** Keeps the counts when the meeting leaves or takes the slot; it is not in the plan now. */
function count(plan: Plan, counts: Int32Array, m: number, slot: number, step: number): void {
  const { c } = plan;
  for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++) {
    const person = plan.repOf[i]!;
    const before = neighbour(plan, person, slot, -1);
    const after = neighbour(plan, person, slot + c.length[m]! - 1, 1);
    counts[person] = counts[person]! + step * breaksMade(before, after, slot, c.length[m]!);
  }
}

function costOf(plan: Plan, counts: Int32Array, m: number, slot: number, location: number): number {
  const { c } = plan;
  let cost = 0;
  for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++)
    cost += personCost(plan, counts, plan.repOf[i]!, slot, c.length[m]!, location);
  return cost;
}

function personCost(plan: Plan, counts: Int32Array, person: number, slot: number, length: number, location: number): number {
  const before = neighbour(plan, person, slot, -1);
  const after = neighbour(plan, person, slot + length - 1, 1);
  const made = breaksMade(before, after, slot, length);
  const squares = made * (2 * counts[person]! + made);
  return made * breakCost + squares * squareCost + walk(plan, person, before, location) + walk(plan, person, after, location);
}
