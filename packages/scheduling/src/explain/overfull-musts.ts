import { overfull } from "../exact/hall.ts";
import type { Compiled } from "../model/compile.ts";
import { possibleSlots } from "../model/possible-slots.ts";

/** Musts of one group of representatives that together have too few slots: a proof that not all musts can be held. Empty if none is found. */
export function overfullMusts(c: Compiled): string[] {
  const mustsOf: number[][] = c.groups.map(() => []);
  for (let m = 0; m < c.meetings; m++)
    if (c.must[m] === 1 && c.length[m] === 1)
      for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++) mustsOf[c.groupOf[i]!]!.push(m);
  for (const [g, musts] of mustsOf.entries()) {
    const seats = (s: number) => c.groups[g]!.reduce((sum, rep) => sum + c.available[rep * c.slots + s]!, 0);
    const crowd = overfull(musts, (m) => possibleSlots(c, m), seats);
    if (!crowd) continue;
    const party = c.problem.participants[c.groups[g]![0]!]!;
    const name = c.groups[g]!.length > 1 ? party.organizationId! : party.id;
    return [
      `${name} has ${crowd.length} musts for fewer places in the slots they may take: ${crowd.map((m) => c.problem.meetings[m]!.id).join(", ")}`,
    ];
  }
  return [];
}
