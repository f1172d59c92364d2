import { type Plan, place, remove, unplaced } from "./plan.ts";

/** What a meeting looked like before a try-out, so that the try-out can be undone. */
export interface Journal {
  entries: { meeting: number; slot: number; place: number; reps: number[] }[];
}

export const createJournal = (): Journal => ({ entries: [] });

/** Notes the meeting's present state; call before placing or removing it. */
export function note(plan: Plan, journal: Journal, meeting: number): void {
  const { partyStart } = plan.c;
  const reps: number[] = [];
  for (let i = partyStart[meeting]!; i < partyStart[meeting + 1]!; i++) reps.push(plan.repOf[i]!);
  journal.entries.push({ meeting, slot: plan.slotOf[meeting]!, place: plan.placeOf[meeting]!, reps });
}

/** Takes back every noted change, the last first. */
export function undo(plan: Plan, journal: Journal): void {
  const before = new Map<number, Journal["entries"][number]>();
  for (const entry of journal.entries) {
    if (!before.has(entry.meeting)) before.set(entry.meeting, entry);
    if (plan.slotOf[entry.meeting] !== unplaced) remove(plan, entry.meeting);
  }
  for (const { meeting, slot, place: location, reps } of before.values()) {
    const first = plan.c.partyStart[meeting]!;
    reps.forEach((rep, k) => {
      plan.repOf[first + k] = rep;
    });
    if (slot !== unplaced) place(plan, meeting, slot, location);
  }
  journal.entries = [];
}
