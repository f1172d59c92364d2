import { explainPeople } from "../explain/people.ts";
import { explainUnscheduled, type Unscheduled } from "../explain/unscheduled.ts";
import { restore } from "../large/placements.ts";
import { createPlan, type Plan, unplaced } from "../large/plan.ts";
import { compileProblem } from "../model/parse-problem.ts";
import type { ProblemInput } from "../model/problem.ts";
import type { Placement } from "../model/result.ts";
import type { Move } from "../repair/repaired.ts";
import { type Distribution, distributionOf } from "./distribution.ts";

export interface PersonCompared {
  /** A participant, or an organization where any representative may come. */
  partyId: string;
  wished: number;
  before: number;
  after: number;
  /** The most that was possible for this party alone. */
  possible: number;
}

export interface Comparison {
  people: PersonCompared[];
  gains: number;
  loses: number;
  unchanged: number;
  moved: Move[];
  added: Placement[];
  dropped: Placement[];
  kept: number;
  /** Weight of the meetings held. */
  value: { before: number; after: number };
  meetings: { before: number; after: number };
  /** Shares of what was possible, over the parties for whom anything was. */
  share: { before: Distribution; after: Distribution };
  /** Meetings without a place afterwards, with the reason and what would admit them; none without `explain`. */
  unscheduled: Unscheduled[];
  /** Given placements that break a rule, on either side; they count as not held. */
  invalid: { before: Placement[]; after: Placement[] };
}

/**
 * Two plans for one problem, side by side. Both are read under the problem's rules. Throws `ProblemRefused` for a malformed problem. Pure, linear in the
 * size of the problem but for the reasons, which look at every slot of a meeting without a place: those can be left out.
 */
export function compare(
  input: ProblemInput,
  before: readonly Placement[],
  after: readonly Placement[],
  options: { explain?: boolean } = {},
): Comparison {
  const c = compileProblem(input);
  const old = createPlan(c);
  const next = createPlan(c);
  const invalid = { before: restore(old, before, "exact"), after: restore(next, after, "exact") };
  const unscheduled: Unscheduled[] = [];
  if (options.explain !== false)
    for (let m = 0; m < c.meetings; m++) if (next.slotOf[m] === unplaced) unscheduled.push(explainUnscheduled(next, m));
  const people = comparePeople(old, next);
  return {
    people,
    gains: people.filter((p) => p.after > p.before).length,
    loses: people.filter((p) => p.after < p.before).length,
    unchanged: people.filter((p) => p.after === p.before).length,
    ...comparePlacements(before, after),
    value: { before: old.weight, after: next.weight },
    meetings: { before: old.count, after: next.count },
    share: {
      before: distributionOf(people.filter((p) => p.possible > 0).map((p) => p.before / p.possible)),
      after: distributionOf(people.filter((p) => p.possible > 0).map((p) => p.after / p.possible)),
    },
    unscheduled,
    invalid,
  };
}

function comparePeople(old: Plan, next: Plan): PersonCompared[] {
  // Codes are given elsewhere; here any will do.
  const count = (plan: Plan) => explainPeople(plan, () => "NOT_TRIED");
  const before = new Map(count(old).map((person) => [person.partyId, person.got]));
  return count(next).map(({ partyId, wished, got, possible }) => ({
    partyId,
    wished,
    before: before.get(partyId) ?? 0,
    after: got,
    possible,
  }));
}

function comparePlacements(before: readonly Placement[], after: readonly Placement[]) {
  const old = new Map(before.map((p) => [p.meetingId, p]));
  const next = new Set(after.map((p) => p.meetingId));
  const moved: Move[] = [];
  const added: Placement[] = [];
  let kept = 0;
  for (const to of after) {
    const from = old.get(to.meetingId);
    if (from === undefined) added.push(to);
    else if (isSame(from, to)) kept++;
    else moved.push({ meetingId: to.meetingId, from, to });
  }
  return { moved, added, dropped: before.filter((p) => !next.has(p.meetingId)), kept };
}

const isSame = (a: Placement, b: Placement): boolean =>
  a.slotId === b.slotId &&
  a.locationId === b.locationId &&
  a.representativeIds.length === b.representativeIds.length &&
  a.representativeIds.every((id, i) => id === b.representativeIds[i]);
