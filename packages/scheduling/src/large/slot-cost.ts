import { type Plan, unplaced } from "./plan.ts";

const breakCost = 1;
const minuteCost = 0.01;

/**
 * What the slot costs the people chosen in `plan.repOf`: breaks it makes (negative: closes) and minutes walked from and to the neighbouring
 * meetings of the day.
 */
export function slotCost(plan: Plan, m: number, slot: number, location: number): number {
  const { c } = plan;
  let cost = 0;
  for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++)
    cost += personCost(plan, plan.repOf[i]!, slot, c.length[m]!, location);
  return cost;
}

function personCost(plan: Plan, person: number, slot: number, length: number, location: number): number {
  const before = neighbour(plan, person, slot, -1);
  const after = neighbour(plan, person, slot + length - 1, 1);
  const breaksWith = (before < slot - 1 && before >= 0 ? 1 : 0) + (after > slot + length ? 1 : 0);
  const breaksWithout = before >= 0 && after >= 0 ? 1 : 0;
  return (
    breakCost * (breaksWith - breaksWithout) +
    minuteCost * (walk(plan, person, before, location) + walk(plan, person, after, location))
  );
}

/** The nearest slot of the same day in that direction where the person meets; -1 if none. */
function neighbour(plan: Plan, person: number, slot: number, step: number): number {
  const { c, meetingAt } = plan;
  for (let s = slot + step; s >= 0 && s < c.slots && c.dayOf[s] === c.dayOf[slot]; s += step)
    if (meetingAt[person * c.slots + s] !== unplaced) return s;
  return -1;
}

function walk(plan: Plan, person: number, slot: number, location: number): number {
  if (slot < 0) return 0;
  const { c } = plan;
  const there = plan.placeOf[plan.meetingAt[person * c.slots + slot]!]!;
  return there === location ? 0 : c.minutes[c.zoneOf[location]! * c.zones + c.zoneOf[there]!]!;
}
