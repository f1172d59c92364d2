import type { Compiled } from "./compile.ts";

/** Whether somebody of the group is available in all slots from `slot`, for `length` of them. */
export function groupAvailable(c: Compiled, party: number, slot: number, length: number): boolean {
  const reps = c.repsOf[party]!;
  for (const rep of reps) {
    let open = slot + length <= c.slots;
    for (let s = slot; open && s < slot + length; s++) open = c.available[rep * c.slots + s] === 1;
    if (open) return true;
  }
  return false;
}

export function locationOpen(c: Compiled, meeting: number, slot: number): boolean {
  const end = slot + c.length[meeting]!;
  for (const location of c.locationsOf[meeting]!) {
    let open = true;
    for (let s = slot; open && s < end; s++) open = c.seats[location * c.slots + s]! > 0;
    if (open) return true;
  }
  return false;
}

/** Slots where the meeting could start if nothing else were scheduled. */
export function possibleSlots(c: Compiled, meeting: number): number[] {
  if (c.excluded[meeting] === 1) return [];
  const possible: number[] = [];
  for (let s = 0; s < c.slots; s++) if (isPossible(c, meeting, s)) possible.push(s);
  return possible;
}

export function isPossible(c: Compiled, meeting: number, slot: number): boolean {
  if (c.startable[meeting * c.slots + slot] === 0) return false;
  for (let i = c.partyStart[meeting]!; i < c.partyStart[meeting + 1]!; i++)
    if (!groupAvailable(c, i, slot, c.length[meeting]!)) return false;
  return locationOpen(c, meeting, slot);
}
