import { priceOf } from "../large/blockers.ts";
import { farMeetings } from "../large/far-meetings.ts";
import { mayStart } from "../large/fits.ts";
import { type Plan, unplaced } from "../large/plan.ts";
import { costOf } from "./position.ts";
import { heldIn, mayMove, type Run } from "./run.ts";

/** A place that becomes free if some meetings leave. */
export interface Blocked {
  slot: number;
  location: number;
  reps: number[];
  meetings: number[];
  cost: number;
}

const waysPerPlace = 12;

/** Places for the meeting from which at most `most` meetings would have to leave, fewest and cheapest first. */
export function blockedPlaces(run: Run, m: number, most: number): Blocked[] {
  const { plan } = run;
  const found: Blocked[] = [];
  for (let slot = run.firstSlot; slot < plan.c.slots; slot++) {
    if (!mayStart(plan, m, slot)) continue;
    for (const location of plan.c.locationsOf[m]!) {
      if (!isOpen(plan, location, slot, plan.c.length[m]!)) continue;
      for (const way of delegations(run, m, slot, location, most)) {
        run.effort--;
        const blocked = blockedBy(run, m, slot, location, way, most);
        if (blocked !== null) found.push(blocked);
      }
    }
  }
  return found.sort((a, b) => a.meetings.length - b.meetings.length || a.cost - b.cost);
}

interface Delegation {
  reps: number[];
  /** Meetings that keep these people from the place. */
  meetings: number[];
}

/** Who could come, party by party, if at most `most` of their meetings left; so many choices at most. */
function delegations(run: Run, m: number, slot: number, location: number, most: number): Delegation[] {
  const { c } = run.plan;
  let ways: Delegation[] = [{ reps: [], meetings: [] }];
  for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++) {
    const longer: Delegation[] = [];
    for (const rep of c.repsOf[i]!) {
      const inTheWay = engagements(run, rep, slot, c.length[m]!, location);
      if (inTheWay === null || inTheWay.length > most) continue;
      for (const way of ways) {
        if (way.reps.includes(rep) || longer.length >= waysPerPlace) continue;
        const meetings = [...way.meetings, ...inTheWay.filter((other) => !way.meetings.includes(other))];
        if (meetings.length <= most) longer.push({ reps: [...way.reps, rep], meetings });
      }
    }
    ways = longer;
  }
  return ways;
}

function blockedBy(run: Run, m: number, slot: number, location: number, way: Delegation, most: number): Blocked | null {
  const { plan } = run;
  const meetings = [...way.meetings];
  for (let s = slot; s < slot + plan.c.length[m]!; s++) if (!makeSeat(run, location, s, meetings)) return null;
  if (meetings.length === 0 || meetings.length > most) return null;
  const price = meetings.reduce((sum, other) => sum + priceOf(plan, other), 0);
  plan.repOf.set(way.reps, plan.c.partyStart[m]!);
  return { slot, location, reps: way.reps, meetings, cost: costOf(run, m, slot, location, run.home(m)) + 1e-3 * price };
}

function isOpen({ c }: Plan, location: number, slot: number, length: number): boolean {
  for (let s = slot; s < slot + length; s++) if (c.seats[location * c.slots + s] === 0) return false;
  return true;
}

/** Meetings that keep the person from the place; null if a rule does, or a meeting that must stay. */
function engagements(run: Run, rep: number, slot: number, length: number, location: number): number[] | null {
  const { plan } = run;
  const { c } = plan;
  if (length > c.maxInARow[rep]! || c.maxPerDay[rep] === 0) return null;
  const found: number[] = [];
  for (let s = slot; s < slot + length; s++) {
    if (c.available[rep * c.slots + s] === 0) return null;
    const here = plan.meetingAt[rep * c.slots + s]!;
    if (here !== unplaced && !found.includes(here)) found.push(here);
  }
  found.push(...farMeetings(plan, rep, slot, length, location, new Set(found)));
  found.push(...overDay(run, rep, slot, found));
  found.push(...overRow(run, rep, slot, length, found));
  return found.every((m) => mayMove(run, m)) ? found : null;
}

/** The lightest movable meeting of a day that has reached the person's limit, none if those `leaving` make room. */
function overDay(run: Run, rep: number, slot: number, leaving: readonly number[]): number[] {
  const { plan } = run;
  const { c } = plan;
  if (plan.perDay[rep * plan.days + c.dayOf[slot]!]! < c.maxPerDay[rep]!) return [];
  const ofDay = meetingsOn(plan, rep, c.dayOf[slot]!);
  const staying = ofDay.filter((m) => !leaving.includes(m));
  const other = staying.length < c.maxPerDay[rep]! ? unplaced : lightest(run, staying);
  return other === unplaced ? [] : [other];
}

/** Neighbours that make the person's row too long: the one before, the one after, or both. */
function overRow({ plan }: Run, rep: number, slot: number, length: number, leaving: readonly number[]): number[] {
  const { c } = plan;
  const limit = c.maxInARow[rep]!;
  if (limit >= c.slots) return [];
  const at = (s: number): number => {
    const m = s < 0 || s >= c.slots || c.dayOf[s] !== c.dayOf[slot] ? unplaced : plan.meetingAt[rep * c.slots + s]!;
    return leaving.includes(m) ? unplaced : m;
  };
  let first = slot;
  let last = slot + length - 1;
  while (at(first - 1) !== unplaced) first--;
  while (at(last + 1) !== unplaced) last++;
  if (last - first + 1 <= limit) return [];
  const [before, after] = [at(slot - 1), at(slot + length)];
  if (last - slot + 1 <= limit) return [before];
  return slot + length - first <= limit ? [after] : [before, after].filter((m) => m !== unplaced);
}

function meetingsOn(plan: Plan, rep: number, day: number): number[] {
  const { c } = plan;
  const found: number[] = [];
  for (let s = 0; s < c.slots; s++) {
    const m = plan.meetingAt[rep * c.slots + s]!;
    if (c.dayOf[s] === day && m !== unplaced && found.at(-1) !== m) found.push(m);
  }
  return found;
}

/** Makes sure that the location has a seat in the slot once `meetings` have left, adding the lightest one there if not. */
function makeSeat(run: Run, location: number, slot: number, meetings: number[]): boolean {
  const { plan } = run;
  const { c } = plan;
  const covers = (m: number) => plan.slotOf[m]! <= slot && slot < plan.slotOf[m]! + c.length[m]!;
  const leaving = meetings.filter((m) => plan.placeOf[m] === location && covers(m)).length;
  if (plan.taken[location * c.slots + slot]! - leaving < c.seats[location * c.slots + slot]!) return true;
  const other = lightest(
    run,
    heldIn(run, location, slot).filter((m) => !meetings.includes(m)),
  );
  if (other === unplaced) return false;
  meetings.push(other);
  return true;
}

function lightest(run: Run, meetings: number[]): number {
  let best = unplaced;
  for (const m of meetings)
    if (mayMove(run, m) && (best === unplaced || priceOf(run.plan, m) < priceOf(run.plan, best))) best = m;
  return best;
}
