import type { Plan } from "../large/plan.ts";
import { unplaced } from "../large/plan.ts";
import { personChanges } from "./person-changes.ts";
import type { Admission, SmallChange } from "./reason.ts";

/** Preferred kinds among equally few changes: what an organizer can grant most easily comes first. */
const trouble: Record<SmallChange["kind"], number> = {
  seatAdded: 1,
  meetingReleased: 1.5,
  partyAvailable: 2,
  limitRaised: 2,
  wayShortened: 2.5,
  locationOpened: 3,
  ownRulesRelaxed: 4,
  orderDropped: 5,
  exclusionLifted: 6,
};

/** One change of this trouble is not worth looking for an easier one. */
const easy = trouble.meetingReleased;

/**
 * The fewest changes that give an unplaced meeting a place, over all slots, locations and representatives; null if it is longer than any day or has no
 * location. Slots before `firstSlot` do not count; the search ends early at `fewest` changes, 1 where the meeting is known not to fit.
 */
export function admissionOf(plan: Plan, m: number, firstSlot = 0, fewest = 0): Admission | null {
  const { c } = plan;
  let best: Best | null = null;
  for (let slot = firstSlot; slot + c.length[m]! <= c.slots; slot++) {
    if (c.dayOf[slot] !== c.dayOf[slot + c.length[m]! - 1]) continue;
    best = bestIn(plan, m, slot, best);
    if (best !== null && best.found.changes.length <= fewest && best.found.trouble <= easy) break;
  }
  if (best === null) return null;
  return {
    slotId: c.problem.slots[best.slot]!.id,
    locationId: c.problem.locations[best.location]!.id,
    representativeIds: best.found.reps.map((p) => c.problem.participants[p]!.id),
    changes: best.found.changes,
  };
}

interface Found {
  changes: SmallChange[];
  reps: number[];
  trouble: number;
}

interface Best {
  slot: number;
  location: number;
  found: Found;
}

function bestIn(plan: Plan, m: number, slot: number, before: Best | null): Best | null {
  const own = ownChanges(plan, m, slot);
  if (before !== null && own.length > before.found.changes.length) return before;
  let best = before;
  for (const location of plan.c.locationsOf[m]!) {
    const found = changesAt(plan, m, slot, location, own, best?.found ?? null);
    if (found !== null) best = { slot, location, found };
  }
  return best;
}

function changesAt(plan: Plan, m: number, slot: number, location: number, own: SmallChange[], best: Found | null): Found | null {
  const { c } = plan;
  const most = best?.changes.length ?? Number.POSITIVE_INFINITY;
  const changes = [...own];
  const reps: number[] = [];
  const released = new Set<number>();
  for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++) {
    if (changes.length > most) return null;
    const chosen = personChanges(plan, m, i, slot, location, reps, released);
    if (chosen === null) return null;
    reps.push(chosen.rep);
    changes.push(...chosen.changes);
  }
  if (changes.length > most) return null;
  changes.push(...lostPredecessors(plan, m, released, own), ...seatChanges(plan, m, slot, location, released));
  const sum = changes.reduce((total, change) => total + trouble[change.kind], 0);
  const isBetter = best === null || changes.length < most || (changes.length === most && sum < best.trouble);
  return isBetter ? { changes, reps, trouble: sum } : null;
}

/** What the meeting itself rules out: exclusions, its own slots, its order. */
function ownChanges(plan: Plan, m: number, slot: number): SmallChange[] {
  const { c } = plan;
  const changes: SmallChange[] = [];
  if (c.excluded[m] === 1) changes.push({ kind: "exclusionLifted", partyIds: [...c.problem.meetings[m]!.parties] });
  if (c.startable[m * c.slots + slot] === 0) changes.push({ kind: "ownRulesRelaxed", slotIds: slotIds(plan, m, slot) });
  const drop = (other: number) => changes.push({ kind: "orderDropped", meetingId: c.problem.meetings[other]!.id });
  for (const other of c.before[m]!) {
    const at = plan.slotOf[other]!;
    if (at === unplaced || at + c.length[other]! > slot) drop(other);
  }
  for (const other of c.after[m]!) {
    const at = plan.slotOf[other]!;
    if (at !== unplaced && slot + c.length[m]! > at) drop(other);
  }
  return changes;
}

/** Meetings that have to leave although this one comes after them, where that order is not given up already. */
function lostPredecessors({ c }: Plan, m: number, released: Set<number>, own: readonly SmallChange[]): SmallChange[] {
  const isDropped = (id: string) => own.some((change) => change.kind === "orderDropped" && change.meetingId === id);
  const lost = Array.from(
    c.before[m]!.filter((other) => released.has(other)),
    (other) => c.problem.meetings[other]!.id,
  );
  return lost.filter((id) => !isDropped(id)).map((meetingId) => ({ kind: "orderDropped", meetingId }));
}

function seatChanges(plan: Plan, m: number, slot: number, location: number, released: Set<number>): SmallChange[] {
  const { c } = plan;
  const locationId = c.problem.locations[location]!.id;
  const closed: string[] = [];
  const full: string[] = [];
  for (let s = slot; s < slot + c.length[m]!; s++) {
    const cell = location * c.slots + s;
    const leaving = [...released].filter((other) => isAt(plan, other, location, s)).length;
    if (c.seats[cell] === 0) closed.push(c.problem.slots[s]!.id);
    else if (plan.taken[cell]! - leaving >= c.seats[cell]!) full.push(c.problem.slots[s]!.id);
  }
  const changes: SmallChange[] = [];
  if (closed.length > 0) changes.push({ kind: "locationOpened", locationId, slotIds: closed });
  if (full.length > 0) changes.push({ kind: "seatAdded", locationId, slotIds: full });
  return changes;
}

const isAt = ({ c, slotOf, placeOf }: Plan, m: number, location: number, slot: number): boolean =>
  placeOf[m] === location && slotOf[m]! <= slot && slot < slotOf[m]! + c.length[m]!;

export function slotIds({ c }: Plan, m: number, slot: number): string[] {
  return Array.from({ length: c.length[m]! }, (_, i) => c.problem.slots[slot + i]!.id);
}
