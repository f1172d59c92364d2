import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryProblem, withMusts } from "../../test/arbitrary-problem.ts";
import { everySchedule } from "../../test/brute-force.ts";
import { ProblemRefused } from "../model/contradiction.ts";
import { Problem, type ProblemInput } from "../model/problem.ts";
import { solve } from "../solve.ts";
import type { ConflictItem } from "./conflict.ts";
import { rulesOf } from "./relaxations.ts";
import { sayConflict } from "./sentences.ts";

/** Whether some schedule holds every meeting, by trying all of them. */
function canAllBeHeld(problem: Problem): boolean {
  for (const held of everySchedule(problem)) if (held.length === problem.meetings.length) return true;
  return false;
}

function only(problem: Problem, meetingIds: readonly string[]): Problem {
  const kept = problem.meetings.filter(({ id }) => meetingIds.includes(id));
  return {
    ...problem,
    meetings: kept.map((m) => ({ ...m, afterMeetingIds: m.afterMeetingIds.filter((id) => meetingIds.includes(id)) })),
  };
}

const meetingsIn = (conflict: readonly ConflictItem[]): string[] =>
  conflict.flatMap((item) => (item.code === "MUST_BE_HELD" ? [item.meetingId] : []));

function conflictOf(input: ProblemInput): ConflictItem[] {
  try {
    const { status, conflict } = solve(input, { seed: 1 });
    expect(status).not.toBe("incomplete");
    return conflict;
  } catch (error) {
    if (error instanceof ProblemRefused) return [];
    throw error;
  }
}

test("the meetings of a contradiction cannot be held together, but without any one of them the others can", () => {
  let found = 0;
  fc.assert(
    fc.property(arbitraryProblem(), (plain) => {
      const input = withMusts({ ...plain, meetings: plain.meetings.slice(0, 4) }, 1);
      const meetings = meetingsIn(conflictOf(input));
      if (meetings.length === 0) return;
      found++;
      const problem = Problem.parse(input);
      expect(canAllBeHeld(only(problem, meetings))).toBe(false);
      for (const id of meetings)
        expect(
          canAllBeHeld(
            only(
              problem,
              meetings.filter((other) => other !== id),
            ),
          ),
        ).toBe(true);
    }),
    { numRuns: 150, seed: 81 },
  );
  expect(found).toBeGreaterThan(8);
});

test("every rule named is needed: without it the meetings can be held", () => {
  fc.assert(
    fc.property(arbitraryProblem(), (plain) => {
      const input = withMusts({ ...plain, meetings: plain.meetings.slice(0, 4) }, 1);
      const conflict = conflictOf(input);
      if (conflict.length === 0 || conflict.some((item) => item.code === "PARTY_ROOM" || item.code === "SLOT_ROOM")) return;
      const part = only(Problem.parse(input), meetingsIn(conflict));
      const isNamed = (item: ConflictItem) => conflict.some((other) => JSON.stringify(other) === JSON.stringify(item));
      const rules = rulesOf(part);
      const bare = rules.filter(({ item }) => !isNamed(item)).reduce((left, { without }) => without(left), part);
      expect(canAllBeHeld(bare)).toBe(false);
      for (const { item, without } of rules) if (isNamed(item)) expect(canAllBeHeld(without(bare))).toBe(true);
    }),
    { numRuns: 150, seed: 82 },
  );
});

const slots = [0, 1].map((n) => ({ id: `s${n}`, day: "d", startMinute: 540 + 20 * n, endMinute: 560 + 20 * n }));
const people = ["ana", "ben", "lin", "mei"].map((id) => ({ id }));
const must = (id: string, ...parties: string[]) => ({ id, parties, must: true });
const base: ProblemInput = { slots, participants: people, locations: [{ id: "t", kind: "table", capacity: 9 }], meetings: [] };

test("in words: three musts of one person for two slots", () => {
  const { status, conflict } = solve({
    ...base,
    maxBreakDifference: 9,
    meetings: [must("a", "ana", "ben"), must("b", "ana", "lin"), must("c", "ana", "mei")],
  });
  expect(status).toBe("infeasible");
  expect(conflict.map((item) => sayConflict(item, "en"))).toEqual([
    "Meeting a of ana and ben must be held, in s0, s1.",
    "Meeting b of ana and lin must be held, in s0, s1.",
    "Meeting c of ana and mei must be held, in s0, s1.",
  ]);
});

test("in words: the walk between two halls, in both languages", () => {
  const input: ProblemInput = {
    ...base,
    zones: [
      { id: "z1", hallId: "h1" },
      { id: "z2", hallId: "h2" },
    ],
    walking: { withinZoneMinutes: 0, withinHallMinutes: 0, betweenHallsMinutes: 5 },
    locations: [
      { id: "here", kind: "room", capacity: 1, zoneId: "z1" },
      { id: "there", kind: "room", capacity: 1, zoneId: "z2" },
    ],
    meetings: [
      { ...must("a", "ana", "ben"), locationId: "here" },
      { ...must("b", "ana", "lin"), locationId: "there" },
    ],
  };
  const { conflict } = solve(input);
  expect(conflict.map((item) => item.code)).toEqual(["MUST_BE_HELD", "MUST_BE_HELD", "WALKING_TIMES"]);
  expect(sayConflict(conflict[2]!, "en")).toBe("People need time to walk between locations.");
  expect(sayConflict(conflict[2]!, "zh")).toBe("在地点之间步行需要时间。");
});

test("a limit, an absence, a closure, a full table, an order and a bound are each named", () => {
  const two = [must("a", "ana", "ben"), must("b", "ana", "lin")];
  const codes = (more: Partial<ProblemInput>) =>
    solve({ ...base, meetings: two, ...more })
      .conflict.map((item) => item.code)
      .slice(2);
  const person = (more: object) => [{ ...people[0]!, ...more }, ...people.slice(1)];
  expect(codes({ participants: person({ maxPerDay: 1 }) })).toEqual(["LIMIT"]);
  expect(codes({ participants: person({ maxInARow: 1 }) })).toEqual(["LIMIT"]);
  const late = { earliestSlotId: "s1" };
  expect(
    codes({
      locations: [{ id: "t", kind: "table", capacity: 1 }],
      meetings: [
        { ...must("a", "ana", "ben"), ...late },
        { ...must("b", "lin", "mei"), ...late },
      ],
      participants: person({ maxPerDay: 5, maxInARow: 1 }),
    }),
  ).toEqual(["LOCATION_ROOM", "OWN_RULES", "OWN_RULES"]);
});
