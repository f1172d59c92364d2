import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryProblem, withMusts, withoutContradictions } from "../../test/arbitrary-problem.ts";
import { arbitraryChanges, changedProblem } from "../../test/changed-problem.ts";
import { checkSchedule } from "../check/check-schedule.ts";
import { ProblemRefused } from "../model/contradiction.ts";
import { Problem, type ProblemInput } from "../model/problem.ts";
import type { Placement } from "../model/result.ts";
import { solve } from "../solve.ts";
import { createPlanState, placementsIn } from "./plan-state.ts";
import { repair } from "./repair.ts";
import { commitRepair, repairState } from "./repair-state.ts";

const cases = (musts = false) =>
  arbitraryProblem()
    .map((problem) => (musts ? mustsOrNot(problem) : problem))
    .chain((problem) =>
      fc.record({
        problem: fc.constant(problem),
        changes: arbitraryChanges(problem),
        fill: fc.boolean(),
        pinned: fc.subarray(problem.meetings.map(({ id }) => id)),
      }),
    );

function mustsOrNot(problem: ProblemInput): ProblemInput {
  try {
    solve(withMusts(problem, 3), { seed: 1 });
    return withMusts(problem, 3);
  } catch (error) {
    if (error instanceof ProblemRefused) return problem;
    throw error;
  }
}

const byId = (placements: readonly Placement[]) => new Map(placements.map((p) => [p.meetingId, p]));

test("whatever changes: the repaired plan keeps every rule, and the report accounts for every difference", () => {
  fc.assert(
    fc.property(cases(true), ({ problem, changes, fill, pinned }) => {
      const before = solve(problem, { seed: 1 }).placements;
      const out = repair(problem, before, changes, { fill, pinnedMeetingIds: pinned });
      expect(checkSchedule(Problem.parse(changedProblem(problem, changes)), out.placements)).toEqual([]);
      const expected = byId(before);
      for (const { meetingId, from } of out.dropped) {
        expect(expected.get(meetingId)).toEqual(from);
        expected.delete(meetingId);
      }
      for (const { meetingId, from, to } of out.moved) {
        expect(expected.get(meetingId)).toEqual(from);
        expect(to).not.toEqual(from);
        expected.set(meetingId, to);
      }
      expect(out.kept).toBe(expected.size - out.moved.length);
      for (const placement of out.added) {
        expect(expected.has(placement.meetingId)).toBe(false);
        expected.set(placement.meetingId, placement);
      }
      expect(byId(out.placements)).toEqual(expected);
    }),
    { numRuns: 400, seed: 31 },
  );
});

test("confirmed meetings are never moved, and dropped only where they cannot stay", () => {
  fc.assert(
    fc.property(cases(), ({ problem, changes, pinned }) => {
      const before = solve(problem, { seed: 1 }).placements;
      const out = repair(problem, before, changes, { pinnedMeetingIds: pinned });
      expect(out.moved.filter((m) => pinned.includes(m.meetingId))).toEqual([]);
      const after = Problem.parse(changedProblem(problem, changes));
      const known = new Set(after.meetings.map(({ id }) => id));
      for (const { meetingId, from } of out.dropped) {
        if (!pinned.includes(meetingId) || !known.has(meetingId)) continue;
        expect(checkSchedule(after, [from]).join()).toMatch(/not available|closed|not after/);
      }
    }),
    { numRuns: 200, seed: 32 },
  );
});

test("a dry run leaves the state as it was, and taking it over gives what the dry run said", () => {
  fc.assert(
    fc.property(cases(), ({ problem, changes, fill }) => {
      const placements = solve(problem, { seed: 1 }).placements;
      const state = createPlanState(problem, placements);
      const { seconds: _, ...dry } = repairState(state, changes, { fill });
      expect(placementsIn(state)).toEqual(placementsIn(createPlanState(problem, placements)));
      expect(state.plan.c.problem).toEqual(Problem.parse(problem));
      const { seconds: __, ...again } = repairState(state, changes, { fill });
      expect(again).toEqual(dry);
      const { seconds: ___, ...taken } = commitRepair(state, changes, { fill });
      expect(taken).toEqual(dry);
      expect(placementsIn(state)).toEqual(repair(problem, placements, changes, { fill }).placements);
    }),
    { numRuns: 200, seed: 33 },
  );
});

test("nothing happens without a reason: no changes, no moves; and what fits freely is never dropped", () => {
  fc.assert(
    fc.property(cases(), ({ problem, changes }) => {
      const before = solve(problem, { seed: 1 }).placements;
      expect(repair(problem, before, [])).toMatchObject({ moved: [], added: [], dropped: [], kept: before.length });
      const out = repair(problem, before, changes);
      for (const { reason } of [...out.dropped, ...out.notAdded]) expect(reason.code).not.toBe("NOT_TRIED");
    }),
    { numRuns: 200, seed: 34 },
  );
});

test("slots that have begun are neither changed nor used", () => {
  fc.assert(
    fc.property(cases(), fc.nat(), ({ problem, changes }, n) => {
      const before = solve(problem, { seed: 1 }).placements;
      const notBeforeSlotId = problem.slots[n % problem.slots.length]!.id;
      const begun = new Set(problem.slots.slice(0, n % problem.slots.length).map(({ id }) => id));
      const out = repair(problem, before, changes, { notBeforeSlotId, fill: true });
      for (const { from, to } of out.moved) expect([begun.has(from.slotId), begun.has(to.slotId)]).toEqual([false, false]);
      for (const { slotId } of out.added) expect(begun.has(slotId)).toBe(false);
      const ends = out.dropped.filter(({ from, reason }) => begun.has(from.slotId) && reason.code !== "CANCELLED");
      expect(ends.filter(({ reason }) => reason.code !== "WAITS_FOR_OTHER")).toEqual([]);
    }),
    { numRuns: 200, seed: 35 },
  );
});

test("a plan made for an earlier problem is made valid for the present one, and confirmed meetings come first", () => {
  fc.assert(
    fc.property(cases(), fc.nat(), ({ problem, changes, pinned }, n) => {
      const now = withoutContradictions(changedProblem(problem, changes));
      const stale = solve(problem, { seed: 1 }).placements;
      const confirmed = solve(now, { seed: 2 }).placements.filter((p) => pinned.includes(p.meetingId));
      const kept = new Set(confirmed.map((p) => p.meetingId));
      const given = [...stale.filter((p) => !kept.has(p.meetingId)), ...confirmed];
      const out = repair(now, n % 2 === 0 ? given : given.toReversed(), [], { pinnedMeetingIds: kept });
      expect(checkSchedule(Problem.parse(now), out.placements)).toEqual([]);
      expect(out.moved.filter((m) => kept.has(m.meetingId))).toEqual([]);
      for (const { meetingId, reason } of out.dropped)
        if (kept.has(meetingId)) expect(["PINNED_IMPOSSIBLE", "WAITS_FOR_OTHER"]).toContain(reason.code);
    }),
    { numRuns: 200, seed: 36 },
  );
});
