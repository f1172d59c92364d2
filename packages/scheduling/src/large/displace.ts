import { blockers, priceOf } from "./blockers.ts";
import { fit } from "./fits.ts";
import { insert } from "./insert.ts";
import { createJournal, note, undo } from "./journal.ts";
import { type Plan, place, remove, unplaced } from "./plan.ts";

export interface Displaced {
  /** Meetings that lost their place for good. */
  lost: number[];
}

/**
 * Puts the meeting into the slot and lets those in the way find another place. Kept if the price of what is lost stays below `budget`;
 * otherwise everything is as before and the answer is null.
 */
export function displace(
  plan: Plan,
  m: number,
  slot: number,
  budget: number,
  isFixed: (meeting: number) => boolean,
): Displaced | null {
  const blocked = blockers(plan, m, slot, Number.POSITIVE_INFINITY, isFixed);
  if (blocked === null || blocked.meetings.length === 0) return null;
  const journal = createJournal();
  for (const other of blocked.meetings) {
    note(plan, journal, other);
    remove(plan, other);
  }
  note(plan, journal, m);
  const location = fit(plan, m, slot);
  if (location !== unplaced) {
    place(plan, m, slot, location);
    const lost = blocked.meetings.filter((other) => !insert(plan, other));
    const price = lost.reduce((sum, other) => sum + priceOf(plan, other), 0);
    if (price < budget) return { lost };
  }
  undo(plan, journal);
  return null;
}
