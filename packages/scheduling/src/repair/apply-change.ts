import { type Plan, unplaced } from "../large/plan.ts";
import { type Contradiction, ProblemRefused } from "../model/contradiction.ts";
import type { Change } from "./change.ts";
import { addMeeting, dropLastMeeting } from "./grow.ts";
import type { PlanState } from "./plan-state.ts";

/** What changes did to the problem: how to take them back, and whom they concern. */
export interface Applied {
  undo: (() => void)[];
  /** Placed meetings whose place may have become invalid. */
  touched: Set<number>;
  added: number[];
  cancelled: number[];
  /** People and locations with more room than before. */
  freedPeople: Set<number>;
  freedLocations: Set<number>;
}

/** Applies the changes to the state's problem; the plan is left alone. Throws `ProblemRefused`, with nothing applied, for ids that name nothing. */
export function applyChanges(state: PlanState, changes: readonly Change[]): Applied {
  const applied: Applied = {
    undo: [],
    touched: new Set(),
    added: [],
    cancelled: [],
    freedPeople: new Set(),
    freedLocations: new Set(),
  };
  try {
    for (const change of changes) apply(state, change, applied);
  } catch (error) {
    takeBack(applied);
    throw error;
  }
  return applied;
}

export function takeBack({ undo }: Applied): void {
  for (const step of undo.reverse()) step();
}

function apply(state: PlanState, change: Change, applied: Applied): void {
  switch (change.kind) {
    case "participantUnavailable":
    case "participantAvailable":
      setAvailability(state, change, applied);
      break;
    case "locationClosed":
    case "locationOpened":
      setOpening(state, change, applied);
      break;
    case "slotRemoved":
      removeSlot(state, change.slotId, applied);
      break;
    case "meetingsAdded":
      for (const meeting of change.meetings) {
        applied.added.push(addMeeting(state, meeting));
        applied.undo.push(() => dropLastMeeting(state));
      }
      break;
    case "meetingsCancelled":
      for (const m of known(state.plan.c.index.meetings, change.meetingIds, "meeting")) cancel(state, m, applied);
  }
}

function setAvailability(
  { plan }: PlanState,
  change: Extract<Change, { participantId: string }>,
  { undo, touched, freedPeople }: Applied,
): void {
  const { c } = plan;
  const [person] = known(c.index.participants, [change.participantId], "participant");
  const isThere = change.kind === "participantAvailable";
  for (const slot of known(c.index.slots, change.slotIds, "slot")) {
    const cell = person! * c.slots + slot;
    write(undo, c.available, cell, isThere ? 1 : 0);
    if (!isThere && plan.meetingAt[cell] !== unplaced) touched.add(plan.meetingAt[cell]!);
  }
  if (isThere) freedPeople.add(person!);
  rename(undo, c.problem.participants, person!, change.slotIds, isThere);
}

function setOpening({ plan }: PlanState, change: Extract<Change, { locationId: string }>, applied: Applied): void {
  const { c } = plan;
  const [location] = known(c.index.locations, [change.locationId], "location");
  const slotIds = change.slotIds ?? c.problem.slots.map(({ id }) => id);
  const slots = known(c.index.slots, slotIds, "slot");
  const isOpen = change.kind === "locationOpened";
  setSeats(plan, location!, slots, isOpen, applied.undo);
  if (isOpen) applied.freedLocations.add(location!);
  else for (const m of heldIn(plan, (place) => place === location, slots)) applied.touched.add(m);
}

/** A slot in which every location is closed holds nothing. */
function removeSlot({ plan }: PlanState, slotId: string, { undo, touched }: Applied): void {
  const slots = known(plan.c.index.slots, [slotId], "slot");
  for (let l = 0; l < plan.c.locations; l++) setSeats(plan, l, slots, false, undo);
  for (const m of heldIn(plan, () => true, slots)) touched.add(m);
}

function setSeats({ c }: Plan, location: number, slots: readonly number[], isOpen: boolean, undo: Applied["undo"]): void {
  const seats = isOpen ? c.problem.locations[location]!.capacity : 0;
  for (const slot of slots) write(undo, c.seats, location * c.slots + slot, seats);
  const ids = slots.map((slot) => c.problem.slots[slot]!.id);
  rename(undo, c.problem.locations, location, ids, isOpen);
}

function heldIn(plan: Plan, isThere: (location: number) => boolean, slots: readonly number[]): number[] {
  const found: number[] = [];
  for (let m = 0; m < plan.c.meetings; m++) {
    const first = plan.slotOf[m]!;
    if (first === unplaced || !isThere(plan.placeOf[m]!)) continue;
    if (slots.some((s) => s >= first && s < first + plan.c.length[m]!)) found.push(m);
  }
  return found;
}

/** A meeting called off binds no other: those that come after it no longer wait. */
function cancel({ plan, cancelled, homeless }: PlanState, m: number, applied: Applied): void {
  if (cancelled.has(m)) return;
  const { c } = plan;
  cancelled.add(m);
  write(applied.undo, c.excluded, m, 1);
  for (const later of c.after[m]!) {
    const meeting = c.problem.meetings[later]!;
    const before = c.before[later]!;
    c.before[later] = before.filter((earlier) => earlier !== m);
    c.problem.meetings[later] = {
      ...meeting,
      afterMeetingIds: meeting.afterMeetingIds.filter((id) => id !== c.problem.meetings[m]!.id),
    };
    applied.undo.push(() => {
      c.before[later] = before;
      c.problem.meetings[later] = meeting;
    });
  }
  const after = c.after[m]!;
  const home = homeless.get(m);
  c.after[m] = new Int32Array(0);
  homeless.delete(m);
  applied.undo.push(() => {
    c.after[m] = after;
    cancelled.delete(m);
    if (home) homeless.set(m, home);
  });
  applied.cancelled.push(m);
}

/** Keeps the ids in the problem as the arrays have them. */
function rename(
  undo: Applied["undo"],
  list: { unavailableSlotIds: string[] }[],
  at: number,
  ids: readonly string[],
  open: boolean,
): void {
  const before = list[at]!;
  const others = before.unavailableSlotIds.filter((id) => !ids.includes(id));
  list[at] = { ...before, unavailableSlotIds: open ? others : [...others, ...ids] };
  undo.push(() => {
    list[at] = before;
  });
}

function write(undo: Applied["undo"], array: Uint8Array | Int32Array, at: number, value: number): void {
  const before = array[at]!;
  array[at] = value;
  undo.push(() => {
    array[at] = before;
  });
}

function known(index: Map<string, number>, ids: readonly string[], what: string): number[] {
  const missing = ids.filter((id) => !index.has(id));
  const contradictions = missing.map((id): Contradiction => ({ code: "ID_UNKNOWN", message: `${what} ${id} is unknown` }));
  if (contradictions.length > 0) throw new ProblemRefused(contradictions);
  return ids.map((id) => index.get(id)!);
}
