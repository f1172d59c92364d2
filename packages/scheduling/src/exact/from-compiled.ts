import type { Compiled } from "../model/compile.ts";
import { possibleSlots } from "../model/possible-slots.ts";
import { type Brokerage, maxExactSlots } from "./brokerage.ts";

/**
 * The problem in the exact engine's form, or null where it does not apply: every meeting a must of one slot on one day of at most 31 slots, parties single
 * people without limits, the same locations for all, and no way too long for the pause between two slots.
 */
export function brokerageOf(c: Compiled): Brokerage | null {
  if (!applies(c)) return null;
  const peopleOf = Array.from({ length: c.meetings }, (_, m) =>
    Array.from({ length: c.partyStart[m + 1]! - c.partyStart[m]! }, (_, k) => c.repsOf[c.partyStart[m]! + k]![0]!),
  );
  const meetingsOf: number[][] = Array.from({ length: c.people }, () => []);
  peopleOf.forEach((people, m) => {
    for (const p of people) meetingsOf[p]!.push(m);
  });
  return {
    slots: c.slots,
    people: c.people,
    meetings: c.meetings,
    peopleOf,
    meetingsOf,
    allowed: Int32Array.from(peopleOf, (_, m) => possibleSlots(c, m).reduce((mask, s) => mask | (1 << s), 0)),
    capacity: Int32Array.from({ length: c.slots }, (_, s) =>
      [...(c.locationsOf[0] ?? [])].reduce((sum, l) => Math.min(c.meetings, sum + c.seats[l * c.slots + s]!), 0),
    ),
    precedences: c.before.flatMap((list, m) => Array.from(list, (earlier) => [earlier, m] as const)),
    maxDifference: c.problem.maxBreakDifference ?? c.slots,
  };
}

function applies(c: Compiled): boolean {
  return (
    c.meetings > 0 &&
    c.slots <= maxExactSlots &&
    c.dayOf.at(-1) === 0 &&
    c.must.every((must) => must === 1) &&
    c.length.every((length) => length === 1) &&
    c.groups.every((reps) => reps.length === 1) &&
    c.locationsOf.every(
      (list) =>
        list === c.locationsOf[0] || (list.length === 1 && c.locationsOf[0]!.length === 1 && list[0] === c.locationsOf[0]![0]),
    ) &&
    c.nearSlots.every((list) => list.length === 0) &&
    c.maxPerDay.every((limit) => limit >= c.slots) &&
    c.maxInARow.every((limit) => limit >= c.slots)
  );
}
