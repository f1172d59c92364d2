import { type Plan, unplaced } from "../large/plan.ts";
import { type Compiled, compile } from "../model/compile.ts";
import type { Problem } from "../model/problem.ts";
import { type Effort, holdAll, isImpossible } from "./can-hold.ts";
import type { ConflictItem } from "./conflict.ts";
import { mustBeHeld } from "./must-be-held.ts";
import { rulesOf } from "./relaxations.ts";

const effortInAll = 400_000;
const mostMeetings = 10;
const unplacedTried = 5;

/**
 * Musts and rules that cannot all hold, proven by trying everything, and minimal: a deletion filter (Chinneck and Dravnieks 1991) over meetings, then over
 * rules. Starts from musts without a place and takes in those they compete with, up to ten. Empty if nothing was proven within the effort.
 */
export function mustConflict(plan: Plan): ConflictItem[] {
  const { c } = plan;
  const effort: Effort = { left: effortInAll };
  const missed: number[] = [];
  for (let m = 0; m < c.meetings && missed.length < unplacedTried; m++)
    if (c.must[m] === 1 && plan.slotOf[m] === unplaced) missed.push(m);
  for (const m of missed) {
    const crowd = impossibleCrowd(c, m, effort);
    if (crowd !== null) return describe(c, reduceRules(partOf(c, reduceCrowd(c, crowd, effort)), effort));
  }
  return [];
}

/** The must with ever more of its competitors until they cannot be held together; null if that never happens. */
function impossibleCrowd(c: Compiled, m: number, effort: Effort): number[] | null {
  const crowd = [m];
  for (;;) {
    const answer = holdAll(compile(partOf(c, crowd)), effort);
    if (answer === "impossible") return crowd;
    if (answer === "unknown") return null;
    const next = closestMust(c, crowd);
    if (next === null || crowd.length >= mostMeetings) return null;
    crowd.push(next);
  }
}

/** The must that has most in common with the crowd: order counts before people, people before places. */
function closestMust(c: Compiled, crowd: readonly number[]): number | null {
  const people = new Set(crowd.flatMap((m) => peopleOf(c, m)));
  const places = new Set(crowd.flatMap((m) => [...c.locationsOf[m]!]));
  let best: number | null = null;
  let most = 0;
  for (let m = 0; m < c.meetings; m++) {
    if (c.must[m] === 0 || crowd.includes(m)) continue;
    const isOrdered = crowd.some((other) => c.before[m]!.includes(other) || c.after[m]!.includes(other));
    const shared = peopleOf(c, m).filter((p) => people.has(p)).length;
    const common = (isOrdered ? 1_000 : 0) + 10 * shared + (c.locationsOf[m]!.some((l) => places.has(l)) ? 1 : 0);
    if (common <= most) continue;
    best = m;
    most = common;
  }
  return best;
}

function peopleOf(c: Compiled, m: number): number[] {
  return c.repsOf.slice(c.partyStart[m]!, c.partyStart[m + 1]!).flatMap((reps) => [...reps]);
}

function reduceCrowd(c: Compiled, crowd: number[], effort: Effort): number[] {
  let left = crowd;
  for (const m of crowd) {
    const without = left.filter((other) => other !== m);
    if (without.length > 0 && isImpossible(compile(partOf(c, without)), effort)) left = without;
  }
  return left;
}

/** The problem of these meetings alone, with the people and places that matter to them. */
export function partOf(c: Compiled, meetings: readonly number[]): Problem {
  const { problem } = c;
  const ids = new Set(meetings.map((m) => problem.meetings[m]!.id));
  const people = new Set(meetings.flatMap((m) => peopleOf(c, m)));
  const places = new Set(meetings.flatMap((m) => [...c.locationsOf[m]!]));
  return {
    ...problem,
    participants: problem.participants.filter((_, p) => people.has(p)),
    locations: problem.locations.filter((_, l) => places.has(l)),
    exclusions: [],
    meetings: problem.meetings
      .filter(({ id }) => ids.has(id))
      .map((m) => ({ ...m, afterMeetingIds: m.afterMeetingIds.filter((id) => ids.has(id)) })),
  };
}

/** Lets go of every rule without which the meetings still cannot be held. */
function reduceRules(problem: Problem, effort: Effort): { problem: Problem; rules: ConflictItem[] } {
  let left = problem;
  const needed: ConflictItem[] = [];
  for (const { item, without } of rulesOf(problem)) {
    const relaxed = without(left);
    if (isImpossible(compile(relaxed), effort)) left = relaxed;
    else needed.push(item);
  }
  return { problem: left, rules: needed };
}

function describe(c: Compiled, { problem, rules }: { problem: Problem; rules: ConflictItem[] }): ConflictItem[] {
  return [...problem.meetings.map(({ id }) => mustBeHeld(c, c.index.meetings.get(id)!)), ...rules];
}
