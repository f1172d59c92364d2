import type { Compiled } from "../model/compile.ts";

/** A partial schedule with the indexes that make every question about it cheap. */
export interface Plan {
  c: Compiled;
  /** First slot of each meeting, or -1; its location; its representatives by party. */
  slotOf: Int32Array;
  placeOf: Int32Array;
  repOf: Int32Array;
  /** meetingAt[person * slots + slot], or -1. */
  meetingAt: Int32Array;
  /** Meetings of each location in each slot. */
  taken: Int32Array;
  perDay: Int32Array;
  days: number;
  weight: number;
  count: number;
}

export const unplaced = -1;

export function createPlan(c: Compiled): Plan {
  const days = (c.dayOf.at(-1) ?? 0) + 1;
  return {
    c,
    slotOf: new Int32Array(c.meetings).fill(unplaced),
    placeOf: new Int32Array(c.meetings).fill(unplaced),
    repOf: new Int32Array(c.partyStart[c.meetings]!).fill(unplaced),
    meetingAt: new Int32Array(c.people * c.slots).fill(unplaced),
    taken: new Int32Array(c.locations * c.slots),
    perDay: new Int32Array(c.people * days),
    days,
    weight: 0,
    count: 0,
  };
}

/** Places a meeting where `repOf` says who comes. The caller has made sure that it fits. */
export function place(plan: Plan, m: number, slot: number, location: number): void {
  const { c } = plan;
  plan.slotOf[m] = slot;
  plan.placeOf[m] = location;
  plan.weight += c.weight[m]!;
  plan.count++;
  mark(plan, m, slot, location, m, 1);
}

export function remove(plan: Plan, m: number): void {
  const { c } = plan;
  mark(plan, m, plan.slotOf[m]!, plan.placeOf[m]!, unplaced, -1);
  plan.slotOf[m] = unplaced;
  plan.weight -= c.weight[m]!;
  plan.count--;
}

function mark(plan: Plan, m: number, slot: number, location: number, value: number, step: number): void {
  const { c } = plan;
  const end = slot + c.length[m]!;
  const firstParty = c.partyStart[m]!;
  const lastParty = c.partyStart[m + 1]!;
  for (let s = slot; s < end; s++) {
    plan.taken[location * c.slots + s] = plan.taken[location * c.slots + s]! + step;
    for (let i = firstParty; i < lastParty; i++) plan.meetingAt[plan.repOf[i]! * c.slots + s] = value;
  }
  for (let i = firstParty; i < lastParty; i++) {
    const day = plan.repOf[i]! * plan.days + c.dayOf[slot]!;
    plan.perDay[day] = plan.perDay[day]! + step;
  }
}
