import { breaksMade } from "./break-counts.ts";
import { neighbour, walk } from "./neighbour.ts";
import type { Plan } from "./plan.ts";

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
  return (
    breakCost * breaksMade(before, after, slot, length) +
    minuteCost * (walk(plan, person, before, location) + walk(plan, person, after, location))
  );
}
