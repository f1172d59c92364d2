import { type Rules, readInstance } from "./read-instance.ts";

export interface Verdict {
  /** What the timetable breaks, in words; empty for a valid one. */
  faults: string[];
  breaks: number;
}

/** Breaks of any two participants may differ by this much, by the published problem. */
const allowedDifference = 2;

/** Holds a timetable (slot of each meeting, from 1) against the file's own words. */
export function verifyInstance(text: string, slotOf: readonly number[]): Verdict {
  const rules = readInstance(text);
  const faults: string[] = [];
  if (slotOf.length !== rules.meetings.length) faults.push(`${slotOf.length} slots for ${rules.meetings.length} meetings`);
  rules.meetings.forEach((_, m) => {
    faults.push(...faultsOfMeeting(rules, slotOf, m));
  });
  for (let slot = 1; slot <= rules.slots; slot++) {
    const held = slotOf.filter((s) => s === slot).length;
    if (held > rules.tables) faults.push(`slot ${slot} holds ${held} meetings, ${rules.tables} tables are there`);
  }
  const breaks = Array.from({ length: rules.people }, (_, p) => breaksOfPerson(rules, slotOf, p + 1, faults));
  const difference = Math.max(0, ...breaks) - Math.min(...breaks);
  if (difference > allowedDifference) faults.push(`breaks of two participants differ by ${difference}`);
  return { faults, breaks: breaks.reduce((a, b) => a + b, 0) };
}

function faultsOfMeeting(rules: Rules, slotOf: readonly number[], m: number): string[] {
  const { people, first, last } = rules.meetings[m]!;
  const slot = slotOf[m]!;
  const faults: string[] = [];
  if (!(slot >= first && slot <= last)) faults.push(`meeting ${m + 1} in slot ${slot}, outside its session`);
  if (rules.fixed[m]! > 0 && rules.fixed[m] !== slot) faults.push(`meeting ${m + 1} in slot ${slot}, fixed in ${rules.fixed[m]}`);
  for (const p of people)
    if (rules.forbidden[p - 1]!.has(slot)) faults.push(`meeting ${m + 1} in slot ${slot}, forbidden to participant ${p}`);
  for (const other of rules.earlier[m]!)
    if (!(slotOf[other - 1]! < slot)) faults.push(`meeting ${other} is not before meeting ${m + 1}`);
  return faults;
}

function breaksOfPerson(rules: Rules, slotOf: readonly number[], person: number, faults: string[]): number {
  const held = slotOf.filter((_, m) => rules.meetings[m]?.people.includes(person)).sort((a, b) => a - b);
  held.forEach((slot, i) => {
    if (i > 0 && held[i - 1] === slot) faults.push(`participant ${person} is twice in slot ${slot}`);
  });
  return held.filter((slot, i) => i > 0 && slot > held[i - 1]! + 1).length;
}
