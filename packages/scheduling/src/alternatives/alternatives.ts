import { hasSeat, isFree, mayStart } from "../large/fits.ts";
import { type Plan, place, remove, unplaced } from "../large/plan.ts";
import { type Contradiction, ProblemRefused } from "../model/contradiction.ts";
import type { MeetingInput } from "../model/problem.ts";
import { addMeeting, dropLastMeeting } from "../repair/grow.ts";
import { whereIs } from "../repair/log.ts";
import type { PlanState } from "../repair/plan-state.ts";
import { calendarCost } from "./calendar-cost.ts";

export interface AlternativeOptions {
  /** The first slot that has not begun. */
  notBeforeSlotId?: string;
  /** Near which slot to look for a meeting without a place. */
  nearSlotId?: string;
}

export interface Alternative {
  slotId: string;
  locationId: string;
  representativeIds: string[];
  /** Slots from the present start, or from the slot asked for; 0 if there is neither. */
  slotsAway: number;
  /** Idle gaps that it adds to the calendars of its people; negative if it closes some. */
  breaksAdded: number;
  /** Minutes of walking from and to the neighbouring meetings, over its people. */
  walkingMinutes: number;
}

/**
 * The `k` best free places for a meeting, one for each slot, best first: near where it is, few new breaks, short ways. Nothing else in the plan moves. For a
 * meeting that has a place, that place is not among them. Throws `ProblemRefused` for an unknown meeting. The state is afterwards what it was.
 */
export function alternatives(state: PlanState, meetingId: string, k: number, options: AlternativeOptions = {}): Alternative[] {
  const { plan } = state;
  const m = plan.c.index.meetings.get(meetingId);
  if (m === undefined) throw new ProblemRefused([unknown(meetingId)]);
  const before = whereIs(plan, m);
  if (before.slot !== unplaced) remove(plan, m);
  const found = search(plan, m, before, options);
  plan.repOf.set(before.reps, plan.c.partyStart[m]!);
  if (before.slot !== unplaced) place(plan, m, before.slot, before.place);
  return best(plan, found, k);
}

/** As `alternatives`, for a meeting that the problem does not know yet, such as a request just refused. */
export function alternativesFor(
  state: PlanState,
  meeting: MeetingInput,
  k: number,
  options: AlternativeOptions = {},
): Alternative[] {
  const m = addMeeting(state, meeting);
  const found = search(state.plan, m, { slot: unplaced, place: unplaced }, options);
  dropLastMeeting(state);
  return best(state.plan, found, k);
}

const unknown = (id: string): Contradiction => ({ code: "ID_UNKNOWN", message: `meeting ${id} is unknown` });

interface Candidate {
  slot: number;
  location: number;
  reps: Int32Array;
  away: number;
  breaks: number;
  walking: number;
  cost: number;
}

const slotCost = 0.1;
const dayCost = 2;
const minuteCost = 0.05;
const placeCost = 0.5;

function search(
  plan: Plan,
  m: number,
  present: { slot: number; place: number },
  { notBeforeSlotId, nearSlotId }: AlternativeOptions,
): Candidate[] {
  const { slots, index } = plan.c;
  const positionOf = (id: string | undefined) => (id === undefined ? undefined : index.slots.get(id));
  const near = present.slot === unplaced ? (positionOf(nearSlotId) ?? unplaced) : present.slot;
  const found: Candidate[] = [];
  for (let slot = positionOf(notBeforeSlotId) ?? 0; slot < slots; slot++) {
    if (!mayStart(plan, m, slot)) continue;
    const candidate = bestAt(plan, m, slot, near, present);
    if (candidate !== null) found.push(candidate);
  }
  return found;
}

/** The best free location in the slot. Of shared locations in the same zone the first will do. */
function bestAt(plan: Plan, m: number, slot: number, near: number, present: { slot: number; place: number }): Candidate | null {
  const { c } = plan;
  let best: Candidate | null = null;
  const zonesSeen = new Set<number>();
  for (const location of c.locationsOf[m]!) {
    if (slot === present.slot && location === present.place) continue;
    if (zonesSeen.has(c.zoneOf[location]!) && location !== present.place) continue;
    if (!hasSeat(plan, m, slot, location) || !chooseReps(plan, m, slot, location)) continue;
    zonesSeen.add(c.zoneOf[location]!);
    const candidate = weigh(plan, m, slot, location, near, present.place);
    if (best === null || candidate.cost < best.cost) best = candidate;
  }
  return best;
}

function weigh(plan: Plan, m: number, slot: number, location: number, near: number, present: number): Candidate {
  const { c } = plan;
  const reps = plan.repOf.slice(c.partyStart[m]!, c.partyStart[m + 1]!);
  let breaks = 0;
  let walking = 0;
  for (const rep of reps) {
    const cost = calendarCost(plan, rep, slot, c.length[m]!, location);
    breaks += cost.breaks;
    walking += cost.walking;
  }
  const away = near === unplaced ? 0 : Math.abs(slot - near);
  const otherDay = near !== unplaced && c.dayOf[slot] !== c.dayOf[near] ? dayCost : 0;
  const moved = present === unplaced || present === location ? 0 : placeCost;
  const cost = slotCost * away + otherDay + breaks + minuteCost * walking + moved;
  return { slot, location, reps, away, breaks, walking, cost };
}

/** Free people by party: for each the one whose day suffers least. */
function chooseReps(plan: Plan, m: number, slot: number, location: number): boolean {
  const { c, repOf } = plan;
  const first = c.partyStart[m]!;
  for (let i = first; i < c.partyStart[m + 1]!; i++) {
    let best = unplaced;
    let least = Number.POSITIVE_INFINITY;
    for (const rep of c.repsOf[i]!) {
      if (repOf.subarray(first, i).includes(rep) || !isFree(plan, rep, slot, c.length[m]!, location)) continue;
      const { breaks, walking } = calendarCost(plan, rep, slot, c.length[m]!, location);
      if (breaks + minuteCost * walking >= least) continue;
      least = breaks + minuteCost * walking;
      best = rep;
    }
    if (best === unplaced) return false;
    repOf[i] = best;
  }
  return true;
}

function best({ c }: Plan, found: Candidate[], k: number): Alternative[] {
  return found
    .sort((a, b) => a.cost - b.cost || a.slot - b.slot)
    .slice(0, k)
    .map(({ slot, location, reps, away, breaks, walking }) => ({
      slotId: c.problem.slots[slot]!.id,
      locationId: c.problem.locations[location]!.id,
      representativeIds: Array.from(reps, (p) => c.problem.participants[p]!.id),
      slotsAway: away,
      breaksAdded: breaks,
      walkingMinutes: walking,
    }));
}
