import { farMeetings } from "../large/far-meetings.ts";
import { type Plan, unplaced } from "../large/plan.ts";
import type { SmallChange } from "./reason.ts";

interface Chosen {
  rep: number;
  changes: SmallChange[];
  released: number[];
}

/**
 * Of the people who may come for the party the one for whom least would have to change, and what; null if all of them come for another party of the
 * meeting. Meetings that would have to go are added to `released`, and are not counted again.
 */
export function personChanges(
  plan: Plan,
  m: number,
  party: number,
  slot: number,
  location: number,
  taken: readonly number[],
  released: Set<number>,
): Chosen | null {
  let best: Chosen | null = null;
  for (const rep of plan.c.repsOf[party]!) {
    if (taken.includes(rep)) continue;
    const found = changesFor(plan, m, party, rep, slot, location, released);
    if (best === null || found.changes.length < best.changes.length) best = found;
    if (best.changes.length === 0) break;
  }
  for (const other of best?.released ?? []) released.add(other);
  return best;
}

function changesFor(
  plan: Plan,
  m: number,
  party: number,
  rep: number,
  slot: number,
  location: number,
  released: Set<number>,
): Chosen {
  const { c } = plan;
  const length = c.length[m]!;
  const partyId = c.problem.meetings[m]!.parties[party - c.partyStart[m]!]!;
  const changes: SmallChange[] = [];
  const away = slotsOf(slot, length).filter((s) => c.available[rep * c.slots + s] === 0);
  if (away.length > 0)
    changes.push({
      kind: "partyAvailable",
      partyId,
      representativeId: personId(plan, rep),
      slotIds: away.map((s) => slotId(plan, s)),
    });
  const engaged = new Set<number>();
  for (const s of slotsOf(slot, length)) {
    const other = plan.meetingAt[rep * c.slots + s]!;
    if (other !== unplaced && !released.has(other)) engaged.add(other);
  }
  for (const other of engaged) changes.push(leaves(plan, "meetingReleased", partyId, other));
  const gone = new Set([...released, ...engaged]);
  for (const other of farMeetings(plan, rep, slot, length, location, gone)) {
    changes.push(leaves(plan, "wayShortened", partyId, other));
    engaged.add(other);
    gone.add(other);
  }
  changes.push(...limitChanges(plan, partyId, rep, slot, length, gone));
  return { rep, changes, released: [...engaged] };
}

const slotsOf = (slot: number, length: number): number[] => Array.from({ length }, (_, i) => slot + i);
const slotId = ({ c }: Plan, s: number): string => c.problem.slots[s]!.id;
const personId = ({ c }: Plan, p: number): string => c.problem.participants[p]!.id;

function leaves(plan: Plan, kind: "meetingReleased" | "wayShortened", partyId: string, other: number): SmallChange {
  const { c } = plan;
  const slotIds = slotsOf(plan.slotOf[other]!, c.length[other]!).map((s) => slotId(plan, s));
  return { kind, partyId, meetingId: c.problem.meetings[other]!.id, slotIds };
}

function limitChanges(plan: Plan, partyId: string, rep: number, slot: number, length: number, gone: Set<number>): SmallChange[] {
  const { c } = plan;
  if (c.maxPerDay[rep]! >= c.slots && c.maxInARow[rep]! >= c.slots) return [];
  const raised = (limit: "maxPerDay" | "maxInARow", to: number): SmallChange => ({
    kind: "limitRaised",
    partyId,
    representativeId: personId(plan, rep),
    limit,
    to,
  });
  const changes: SmallChange[] = [];
  const isBusy = (s: number) => {
    const other = plan.meetingAt[rep * c.slots + s] ?? unplaced;
    return s >= 0 && s < c.slots && c.dayOf[s] === c.dayOf[slot] && other !== unplaced && !gone.has(other);
  };
  const ofDay = new Set<number>();
  for (let s = 0; s < c.slots; s++) if (isBusy(s)) ofDay.add(plan.meetingAt[rep * c.slots + s]!);
  if (ofDay.size + 1 > c.maxPerDay[rep]!) changes.push(raised("maxPerDay", ofDay.size + 1));
  let first = slot;
  let last = slot + length - 1;
  while (isBusy(first - 1)) first--;
  while (isBusy(last + 1)) last++;
  if (last - first + 1 > c.maxInARow[rep]!) changes.push(raised("maxInARow", last - first + 1));
  return changes;
}
