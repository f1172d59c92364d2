import { blockedByWalk, hasSeat, isFree, mayStart } from "../large/fits.ts";
import { type Plan, unplaced } from "../large/plan.ts";

export interface Obstacle {
  kind: "engaged" | "seat" | "walk" | "limit" | "order";
  /** The party or location concerned. */
  who: string;
}

/** What keeps an unplaced meeting from a slot that its own rules and everybody's availability allow; at its most favourable location. */
export function obstacles(plan: Plan, m: number, slot: number): Obstacle[] {
  const { c } = plan;
  if (!mayStart(plan, m, slot)) return [{ kind: "order", who: c.problem.meetings[m]!.id }];
  let fewest: Obstacle[] | null = null;
  for (const location of c.locationsOf[m]!) {
    const found = obstaclesAt(plan, m, slot, location);
    if (fewest === null || found.length < fewest.length) fewest = found;
  }
  return fewest ?? [{ kind: "seat", who: "no location" }];
}

function obstaclesAt(plan: Plan, m: number, slot: number, location: number): Obstacle[] {
  const { c } = plan;
  const found: Obstacle[] = [];
  c.problem.meetings[m]!.parties.forEach((who, k) => {
    const reps = c.repsOf[c.partyStart[m]! + k]!;
    if (!reps.some((rep) => isFree(plan, rep, slot, c.length[m]!, location)))
      found.push({ kind: whyNotFree(plan, reps, slot, c.length[m]!, location), who });
  });
  if (!hasSeat(plan, m, slot, location)) found.push({ kind: "seat", who: c.problem.locations[location]!.id });
  return found;
}

function whyNotFree(plan: Plan, reps: Int32Array, slot: number, length: number, location: number): Obstacle["kind"] {
  const { c } = plan;
  const isOpen = (rep: number) => {
    for (let s = slot; s < slot + length; s++)
      if (c.available[rep * c.slots + s] === 0 || plan.meetingAt[rep * c.slots + s] !== unplaced) return false;
    return true;
  };
  const open = reps.filter(isOpen);
  if (open.length === 0) return "engaged";
  return open.every((rep) => blockedByWalk(plan, rep, slot, length, location) !== unplaced) ? "walk" : "limit";
}
