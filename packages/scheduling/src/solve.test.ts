import fc from "fast-check";
import { expect, test } from "vitest";
import { fairs, generateFair } from "../bench/generate-fair.ts";
import { checkSchedule } from "./check/check-schedule.ts";
import { Problem, type ProblemInput } from "./model/problem.ts";
import { solve } from "./solve.ts";

const slot = (n: number) => ({ id: `s${n}`, day: "d1", startMinute: 540 + n * 30, endMinute: 570 + n * 30 });

const problem = fc
  .record({
    slots: fc.integer({ min: 1, max: 6 }),
    people: fc.integer({ min: 2, max: 6 }),
    tables: fc.integer({ min: 1, max: 3 }),
    wishes: fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 9 })), { maxLength: 20 }),
    absent: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 6 }),
  })
  .map(({ slots, people, tables, wishes, absent }): ProblemInput => {
    const person = (n: number) => `p${n % people}`;
    return {
      slots: Array.from({ length: slots }, (_, n) => slot(n)),
      participants: Array.from({ length: people }, (_, n) => ({
        id: person(n),
        unavailableSlotIds: [
          ...new Set(absent.filter(([who]) => person(who) === person(n)).map(([, when]) => `s${when % slots}`)),
        ],
      })),
      locations: Array.from({ length: tables }, (_, n) => ({ id: `t${n}`, kind: "table" as const, capacity: 1 })),
      meetings: wishes
        .filter(([a, b]) => person(a) !== person(b))
        .map(([a, b, weight], n) => ({ id: `m${n}`, parties: [person(a), person(b)], weight })),
    };
  });

test("whatever the problem: no person or seat twice, nobody when absent, the bound never below the value", () => {
  fc.assert(
    fc.property(problem, fc.integer({ min: 1, max: 5 }), (input, seed) => {
      const schedule = solve(input, { seed, deadlineMs: 200 });
      expect(checkSchedule(Problem.parse(input), schedule.placements)).toEqual([]);
      expect(schedule.bound).toBeGreaterThanOrEqual(schedule.value - 1e-6);
      expect(schedule.placements.length + schedule.unscheduledMeetingIds.length).toBe(input.meetings.length);
    }),
    { numRuns: 60 },
  );
});

test("a fair of 60 exhibitors and 150 buyers gets a valid schedule close to its bound", () => {
  const input = generateFair({ ...fairs.small, wishes: 600 }, 7);
  const schedule = solve(input, { seed: 1, deadlineMs: 4_000 });
  expect(checkSchedule(Problem.parse(input), schedule.placements)).toEqual([]);
  expect(schedule.value / schedule.bound).toBeGreaterThan(0.9);
});

test("stopped at once, it still answers with a valid schedule", () => {
  const input = generateFair({ ...fairs.small, wishes: 300 }, 3);
  const schedule = solve(input, { seed: 1, shouldStop: () => true });
  expect(checkSchedule(Problem.parse(input), schedule.placements)).toEqual([]);
});
