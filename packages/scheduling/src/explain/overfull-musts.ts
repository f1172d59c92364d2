import { overfull } from "../exact/hall.ts";
import type { Compiled } from "../model/compile.ts";
import { possibleSlots } from "../model/possible-slots.ts";
import type { ConflictItem } from "./conflict.ts";
import { mustBeHeld } from "./must-be-held.ts";

/** Musts of one group of representatives that together have too few slots: a proof that not all musts can be held. Empty if none is found. */
export function overfullMusts(c: Compiled): ConflictItem[] {
  const mustsOf: number[][] = c.groups.map(() => []);
  for (let m = 0; m < c.meetings; m++)
    if (c.must[m] === 1 && c.length[m] === 1)
      for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++) mustsOf[c.groupOf[i]!]!.push(m);
  for (const [g, musts] of mustsOf.entries()) {
    const seats = (s: number) => c.groups[g]!.reduce((sum, rep) => sum + c.available[rep * c.slots + s]!, 0);
    const crowd = overfull(musts, (m) => possibleSlots(c, m), seats);
    if (!crowd) continue;
    const slots = [...new Set(crowd.flatMap((m) => possibleSlots(c, m)))].sort((a, b) => a - b);
    return [
      ...crowd.toSorted((a, b) => a - b).map((m) => mustBeHeld(c, m)),
      {
        code: "PARTY_ROOM",
        partyId: nameOf(c, g),
        places: slots.reduce((sum, s) => sum + seats(s), 0),
        slotIds: slots.map((s) => c.problem.slots[s]!.id),
      },
    ];
  }
  return [];
}

function nameOf(c: Compiled, group: number): string {
  for (const [party, g] of c.index.groups) if (g === group) return party;
  return c.problem.participants[c.groups[group]![0]!]!.id;
}
