import { blockers } from "./blockers.ts";
import { fit } from "./fits.ts";
import { createJournal, note, undo } from "./journal.ts";
import { type Plan, place, remove, unplaced } from "./plan.ts";

const longestChain = 40;

/**
 * Makes room for the meeting in slot `here` by letting meetings change between `here` and `there` along an alternating path, as in the proof of König's
 * theorem on edge colouring (1916): with everybody available, no walking and two sides, some pair of slots always succeeds. Otherwise a step that does
 * not fit ends the try, and everything is as before.
 */
export function insertByChain(
  plan: Plan,
  m: number,
  here: number,
  there: number,
  isFixed: (meeting: number) => boolean,
): boolean {
  const journal = createJournal();
  let moving = m;
  let target = here;
  for (let step = 0; step < longestChain; step++) {
    const blocked = blockers(plan, moving, target, Number.POSITIVE_INFINITY, isFixed);
    const next = blocked?.meetings[0] ?? unplaced;
    if (blocked === null || blocked.meetings.length > 1 || (next !== unplaced && !isOf(plan, next, target))) break;
    note(plan, journal, moving);
    if (next === unplaced) {
      const location = fit(plan, moving, target);
      if (location === unplaced) break;
      place(plan, moving, target, location);
      return true;
    }
    note(plan, journal, next);
    remove(plan, next);
    const location = fit(plan, moving, target);
    if (location === unplaced) break;
    place(plan, moving, target, location);
    moving = next;
    target = target === here ? there : here;
  }
  undo(plan, journal);
  return false;
}

const isOf = (plan: Plan, m: number, slot: number): boolean => plan.slotOf[m] === slot;
