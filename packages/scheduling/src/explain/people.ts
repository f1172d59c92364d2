import { groupCapacity } from "../large/bound.ts";
import { type Plan, unplaced } from "../large/plan.ts";
import { possibleSlots } from "../model/possible-slots.ts";
import type { ReasonCode } from "./reason.ts";
import { reasonFor } from "./reason-for.ts";

export interface PersonalResult {
  /** A participant, or an organization where any representative may come. */
  partyId: string;
  wished: number;
  got: number;
  /** The most that was possible: wishes that could be held at all, within the party's own free slots and limits. */
  possible: number;
  /** Meetings that the party's own free slots and limits leave room for. */
  room: number;
  /** How many of the missing meetings have which reason, the most frequent first. */
  missed: { code: ReasonCode; count: number }[];
}

/** For every party: wished, got, possible, and why the difference. `reasonOf` gives the code of an unplaced meeting where it is known already. */
export function explainPeople(plan: Plan, reasonOf = (m: number): ReasonCode => reasonFor(plan, m).code): PersonalResult[] {
  const { c } = plan;
  const people = c.groups.map((reps): PersonalResult & { codes: Map<ReasonCode, number> } => ({
    partyId: "",
    wished: 0,
    got: 0,
    possible: 0,
    room: groupCapacity(c, reps),
    missed: [],
    codes: new Map(),
  }));
  for (let m = 0; m < c.meetings; m++) {
    const code = plan.slotOf[m] === unplaced ? reasonOf(m) : null;
    const isPossible = code === null || possibleSlots(c, m).length > 0 ? 1 : 0;
    for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++) {
      const person = people[c.groupOf[i]!]!;
      person.partyId = c.problem.meetings[m]!.parties[i - c.partyStart[m]!]!;
      person.wished++;
      person.possible += isPossible;
      if (code === null) person.got++;
      else person.codes.set(code, (person.codes.get(code) ?? 0) + 1);
    }
  }
  return people
    .filter(({ wished }) => wished > 0)
    .map(({ codes, ...person }) => ({
      ...person,
      possible: Math.min(person.possible, person.room),
      missed: [...codes].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count),
    }));
}
