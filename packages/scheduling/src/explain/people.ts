import { groupCapacity } from "../large/bound.ts";
import { type Plan, unplaced } from "../large/plan.ts";
import { possibleSlots } from "../model/possible-slots.ts";
import { explainUnscheduled } from "./unscheduled.ts";

export interface PersonalResult {
  /** A participant, or an organization where any representative may come. */
  partyId: string;
  wished: number;
  got: number;
  /** The most that was possible: wishes that could be held at all, within the party's own free slots and limits. */
  possible: number;
  /** Why the difference to what was wished; null if there is none. */
  because: string | null;
}

/** For every party: wished, got, possible, and why. */
export function explainPeople(plan: Plan): PersonalResult[] {
  const { c } = plan;
  const meetingsOf: number[][] = c.groups.map(() => []);
  for (let m = 0; m < c.meetings; m++)
    for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++) meetingsOf[c.groupOf[i]!]!.push(m);
  const reasons = Array.from({ length: c.meetings }, (_, m) =>
    plan.slotOf[m] === unplaced ? explainUnscheduled(plan, m).code : null,
  );
  return meetingsOf.map((meetings, g) => {
    const missed = meetings.flatMap((m) => reasons[m] ?? []);
    const could = meetings.filter((m) => possibleSlots(c, m).length > 0).length;
    const capacity = groupCapacity(c, c.groups[g]!);
    return {
      partyId: partyName(plan, g, meetings[0]),
      wished: meetings.length,
      got: meetings.length - missed.length,
      possible: Math.min(could, capacity),
      because: missed.length === 0 ? null : because(missed, capacity, meetings.length),
    };
  });
}

function partyName(plan: Plan, group: number, meeting: number | undefined): string {
  const { c } = plan;
  if (meeting === undefined) return c.problem.participants[c.groups[group]![0]!]!.id;
  const i = c.groupOf.subarray(c.partyStart[meeting]!, c.partyStart[meeting + 1]!).indexOf(group);
  return c.problem.meetings[meeting]!.parties[i]!;
}

const phrases: Record<string, string> = {
  EXCLUDED: "excluded",
  NO_COMMON_SLOT: "without a common slot",
  WAITS_FOR_OTHER: "waiting for another meeting",
  PARTY_FULL: "one side engaged in every shared slot",
  BOTH_FULL: "both sides engaged in every shared slot",
  LOCATION_FULL: "location full",
  WALKING: "way too long",
  LIMIT: "limit reached",
  NOT_TRIED: "not tried",
};

function because(missed: string[], capacity: number, wished: number): string {
  const counts = new Map<string, number>();
  for (const code of missed) counts.set(code, (counts.get(code) ?? 0) + 1);
  const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([code, n]) => `${n} ${phrases[code]}`);
  const room = capacity < wished ? `${wished} wishes for ${capacity} free slots; ` : "";
  return `${room}${parts.join(", ")}`;
}
