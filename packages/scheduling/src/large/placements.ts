import type { Placement } from "../model/result.ts";
import { chooseReps, hasSeat, isFree, mayStart } from "./fits.ts";
import { type Plan, place, unplaced } from "./plan.ts";

export function placementsOf(plan: Plan): Placement[] {
  const placements: Placement[] = [];
  for (let m = 0; m < plan.c.meetings; m++) if (plan.slotOf[m] !== unplaced) placements.push(placementAt(plan, m));
  return placements;
}

/** Where a placed meeting is held. */
export function placementAt(plan: Plan, m: number): Placement {
  const { problem, partyStart } = plan.c;
  return {
    meetingId: problem.meetings[m]!.id,
    slotId: problem.slots[plan.slotOf[m]!]!.id,
    locationId: problem.locations[plan.placeOf[m]!]!.id,
    representativeIds: Array.from(plan.repOf.subarray(partyStart[m]!, partyStart[m + 1]!), (p) => problem.participants[p]!.id),
  };
}

/**
 * Places what still fits of an earlier plan, meetings waited for first; returns the placements that no longer do. Colleagues stand in for representatives
 * who are no longer free, unless the people are `exact`.
 */
export function restore(
  plan: Plan,
  placements: readonly Placement[],
  people: "exact" | "anyColleague" = "anyColleague",
): Placement[] {
  const { meetings, slots, locations, participants } = plan.c.index;
  const inOrder = [...placements].sort((a, b) => (slots.get(a.slotId) ?? -1) - (slots.get(b.slotId) ?? -1));
  return inOrder.filter((p) => {
    const [m, slot, location] = [meetings.get(p.meetingId), slots.get(p.slotId), locations.get(p.locationId)];
    if (m === undefined || slot === undefined || location === undefined || plan.slotOf[m] !== unplaced) return true;
    return !restoreOne(
      plan,
      m,
      slot,
      location,
      p.representativeIds.map((id) => participants.get(id) ?? unplaced),
      people === "exact",
    );
  });
}

/** Keeps the same people if they are free, otherwise takes colleagues. */
function restoreOne(plan: Plan, m: number, slot: number, location: number, reps: number[], exact: boolean): boolean {
  const { c } = plan;
  if (!c.locationsOf[m]!.includes(location) || !mayStart(plan, m, slot) || !hasSeat(plan, m, slot, location)) return false;
  const first = c.partyStart[m]!;
  const same = reps.every(
    (rep, k) =>
      rep !== unplaced && first + k < c.partyStart[m + 1]! && c.repsOf[first + k]!.includes(rep) && reps.indexOf(rep) === k,
  );
  if (
    same &&
    reps.length === c.partyStart[m + 1]! - first &&
    reps.every((rep) => isFree(plan, rep, slot, c.length[m]!, location))
  )
    plan.repOf.set(reps, first);
  else if (exact || !chooseReps(plan, m, slot, location)) return false;
  place(plan, m, slot, location);
  return true;
}
