import { priceOf } from "../large/blockers.ts";
import { blockedByWalk, mayStart } from "../large/fits.ts";
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

/** Places for the meeting from which at most `most` meetings would have to leave, fewest and cheapest first. */
export function blockedPlaces(run: Run, m: number, most: number): Blocked[] {
  const { plan } = run;
  const found: Blocked[] = [];
  for (let slot = run.firstSlot; slot < plan.c.slots; slot++) {
    if (!mayStart(plan, m, slot)) continue;
    for (const location of plan.c.locationsOf[m]!) {
      run.effort--;
      const blocked = blockedAt(run, m, slot, location, most);
      if (blocked !== null) found.push(blocked);
    }
  }
  return found.sort((a, b) => a.meetings.length - b.meetings.length || a.cost - b.cost);
}

function blockedAt(run: Run, m: number, slot: number, location: number, most: number): Blocked | null {
  const { plan } = run;
  const { c } = plan;
  const meetings: number[] = [];
  const reps: number[] = [];
  const end = slot + c.length[m]!;
  for (let s = slot; s < end; s++) if (c.seats[location * c.slots + s] === 0) return null;
  for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++) {
    const chosen = cheapestRep(run, i, slot, c.length[m]!, location, reps, meetings);
    if (chosen === null) return null;
    reps.push(chosen.rep);
    for (const other of chosen.inTheWay) if (!meetings.includes(other)) meetings.push(other);
    if (meetings.length > most) return null;
  }
  for (let s = slot; s < end; s++) if (!makeSeat(run, location, s, meetings)) return null;
  if (meetings.length === 0 || meetings.length > most) return null;
  const price = meetings.reduce((sum, other) => sum + priceOf(plan, other), 0);
  plan.repOf.set(reps, c.partyStart[m]!);
  return { slot, location, reps, meetings, cost: costOf(run, m, slot, location, run.home(m)) + 1e-3 * price };
}

function cheapestRep(
  run: Run,
  party: number,
  slot: number,
  length: number,
  location: number,
  taken: number[],
  leaving: number[],
): { rep: number; inTheWay: number[] } | null {
  let best: { rep: number; inTheWay: number[]; extra: number } | null = null;
  for (const rep of run.plan.c.repsOf[party]!) {
    if (taken.includes(rep)) continue;
    const inTheWay = engagements(run, rep, slot, length, location);
    if (inTheWay === null) continue;
    const extra = inTheWay.filter((m) => !leaving.includes(m)).length;
    if (best === null || extra < best.extra) best = { rep, inTheWay, extra };
  }
  return best;
}

/** Meetings that keep the person from the place; null if a rule does, or a meeting that must stay. */
function engagements(run: Run, rep: number, slot: number, length: number, location: number): number[] | null {
  const { plan } = run;
  const { c } = plan;
  const found: number[] = [];
  for (let s = slot; s < slot + length; s++) {
    if (c.available[rep * c.slots + s] === 0) return null;
    const here = plan.meetingAt[rep * c.slots + s]!;
    if (here !== unplaced && !found.includes(here)) found.push(here);
  }
  const far = blockedByWalk(plan, rep, slot, length, location);
  if (far !== unplaced && !found.includes(far)) found.push(far);
  if (found.length === 0) {
    const surplus = overLimit(run, rep, slot);
    if (surplus !== unplaced) found.push(surplus);
  }
  return found.every((m) => mayMove(run, m)) ? found : null;
}

/** The lightest movable meeting of a day that has reached the person's limit; -1 if the limit is not reached. */
function overLimit(run: Run, rep: number, slot: number): number {
  const { plan } = run;
  const { c } = plan;
  const day = c.dayOf[slot]!;
  if (plan.perDay[rep * plan.days + day]! < c.maxPerDay[rep]!) return unplaced;
  return lightest(run, meetingsOn(plan, rep, day));
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
