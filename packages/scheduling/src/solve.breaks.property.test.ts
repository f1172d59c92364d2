import fc from "fast-check";
import { expect, test } from "vitest";
import { everySchedule } from "../test/brute-force.ts";
import { checkSchedule } from "./check/check-schedule.ts";
import type { ConflictItem } from "./explain/conflict.ts";
import { sayConflict } from "./explain/sentences.ts";
import { ProblemRefused } from "./model/contradiction.ts";
import { Problem, type ProblemInput } from "./model/problem.ts";
import type { Placement, Schedule, SolveOptions } from "./model/result.ts";
import { solve } from "./solve.ts";

/** The published form: everything must be held, one day, single people, tables for all; with absences, orders and fixed meetings. */
const brokerage = (meetings: number, mostSlots: number) =>
  fc
    .record({
      slots: fc.integer({ min: 2, max: mostSlots }),
      people: fc.integer({ min: 2, max: 5 }),
      tables: fc.integer({ min: 1, max: 3 }),
      pairs: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom("free", "free", "free", "after", "fixed"), fc.nat()), {
        minLength: 1,
        maxLength: meetings,
      }),
      away: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
      difference: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ slots, people, tables, pairs, away, difference }): ProblemInput => {
      const person = (n: number) => `p${n % people}`;
      const distinct = pairs.filter(([a, b]) => person(a) !== person(b));
      return {
        slots: Array.from({ length: slots }, (_, n) => ({ id: `s${n}`, day: "d", startMinute: 20 * n, endMinute: 20 * n + 20 })),
        participants: Array.from({ length: people }, (_, n) => ({
          id: person(n),
          unavailableSlotIds: [...new Set(away.filter(([who]) => who % people === n).map(([, when]) => `s${when % slots}`))],
        })),
        locations: [{ id: "t", kind: "table", capacity: tables }],
        maxBreakDifference: difference,
        meetings: distinct.map(([a, b, rule, n], m) => ({
          id: `m${m}`,
          parties: [person(a), person(b)],
          must: true,
          ...(rule === "after" && m > 0 ? { afterMeetingIds: [`m${n % m}`] } : {}),
          ...(rule === "fixed" ? { fixedSlotId: `s${n % slots}` } : {}),
        })),
      };
    });

function solveOrRefuse(input: ProblemInput, options: SolveOptions): Schedule | null {
  try {
    return solve(input, options);
  } catch (error) {
    if (error instanceof ProblemRefused) return null;
    throw error;
  }
}

/** Idle gaps of everybody, and the greatest difference between two. */
function breaksIn(input: ProblemInput, placements: readonly Placement[]): { total: number; difference: number } {
  const counts = input.participants.map(({ id }) => {
    const busy = input.slots.map((s) => placements.some((p) => p.slotId === s.id && p.representativeIds.includes(id)));
    return Math.max(0, busy.filter((is, s) => is && !busy[s - 1]).length - 1);
  });
  return { total: counts.reduce((a, b) => a + b, 0), difference: Math.max(...counts) - Math.min(...counts) };
}

/** The fewest breaks of any schedule that holds all; null if there is none. */
function fewestByTrying(input: ProblemInput): number | null {
  let fewest: number | null = null;
  for (const held of everySchedule(Problem.parse(input))) {
    if (held.length < input.meetings.length) continue;
    const { total, difference } = breaksIn(input, held);
    if (difference <= input.maxBreakDifference!) fewest = Math.min(fewest ?? total, total);
  }
  return fewest;
}

test("proven: no schedule at all has fewer breaks, and what is called infeasible is", () => {
  fc.assert(
    fc.property(brokerage(4, 5), (input) => {
      const schedule = solveOrRefuse(input, { seed: 1 });
      const fewest = fewestByTrying(input);
      if (schedule === null) expect(fewest).toBeNull();
      else if (schedule.objective === "breaks") {
        expect(schedule.status).toBe(fewest === null ? "infeasible" : "optimal");
        if (fewest !== null) expect([schedule.value, schedule.bound]).toEqual([fewest, fewest]);
      }
    }),
    { numRuns: 60, seed: 91 },
  );
});

/** Whether some schedule holds all of these under the rules named and no others, however uneven the breaks. */
function canHold(input: ProblemInput, meetingIds: readonly string[], rules: readonly ConflictItem[]): boolean {
  const problem = Problem.parse(input);
  const isNamed = (earlierId: string, laterId: string) =>
    meetingIds.includes(earlierId) &&
    rules.some((r) => r.code === "COMES_BEFORE" && r.earlierId === earlierId && r.laterId === laterId);
  const meetings = problem.meetings
    .filter(({ id }) => meetingIds.includes(id))
    .map((m) => ({ ...m, afterMeetingIds: m.afterMeetingIds.filter((earlier) => isNamed(earlier, m.id)) }));
  const capacity = rules.some((r) => r.code === "SLOT_ROOM") ? problem.locations[0]!.capacity : 99;
  const bound = { ...problem, meetings, locations: problem.locations.map((l) => ({ ...l, capacity })) };
  for (const held of everySchedule(bound)) if (held.length === meetings.length) return true;
  return false;
}

test("infeasible: the meetings named cannot be held, but without any one they can; or breaks cannot be so even", () => {
  const found = { crowd: 0 };
  fc.assert(
    fc.property(brokerage(5, 3), (input) => {
      const schedule = solveOrRefuse(input, { seed: 1 });
      if (schedule?.status !== "infeasible" || schedule.objective !== "breaks") return;
      // An order names its meetings as well: the later one is held only after the earlier one.
      const ordered = schedule.conflict.flatMap((item) => (item.code === "COMES_BEFORE" ? [item.earlierId, item.laterId] : []));
      const musts = schedule.conflict.flatMap((item) => (item.code === "MUST_BE_HELD" ? [item.meetingId] : []));
      const meetings = [...new Set([...musts, ...ordered])];
      if (schedule.conflict[0]?.code === "BREAK_DIFFERENCE") {
        expect(fewestByTrying({ ...input, maxBreakDifference: 99 })).not.toBeNull();
        expect(fewestByTrying(input)).toBeNull();
        return;
      }
      found.crowd++;
      expect(canHold(input, meetings, schedule.conflict)).toBe(false);
      // With room named for some slots only, this reading is stricter than the set.
      if (schedule.conflict.some((item) => item.code === "SLOT_ROOM")) return;
      for (const id of musts.filter((must) => !ordered.includes(must))) {
        const others = meetings.filter((other) => other !== id);
        expect(canHold(input, others, schedule.conflict)).toBe(true);
      }
    }),
    { numRuns: 250, seed: 94 },
  );
  expect(found.crowd).toBeGreaterThan(5);
});

test("breaks that cannot be so even are named as such", () => {
  const slots = [0, 1, 2].map((n) => ({ id: `s${n}`, day: "d", startMinute: 20 * n, endMinute: 20 * n + 20 }));
  const fixed = (other: string, fixedSlotId: string) => ({ id: other, parties: ["ana", other], must: true, fixedSlotId });
  const schedule = solve({
    slots,
    participants: ["ana", "ben", "lin"].map((id) => ({ id })),
    locations: [{ id: "t", kind: "table", capacity: 1 }],
    maxBreakDifference: 0,
    meetings: [fixed("ben", "s0"), fixed("lin", "s2")],
  });
  expect(schedule).toMatchObject({ status: "infeasible", conflict: [{ code: "BREAK_DIFFERENCE", most: 0 }] });
  expect(sayConflict(schedule.conflict[0]!, "en")).toContain("differ by 0 at most");
});

test("whenever it is stopped: every rule is kept, breaks are as counted, and the bound is on the right side", () => {
  fc.assert(
    fc.property(brokerage(14, 9), fc.nat(60), (input, stopAfter) => {
      let left = stopAfter;
      const schedule = solveOrRefuse(input, { seed: 1, shouldStop: () => left-- <= 0 });
      if (schedule === null) return;
      expect(checkSchedule(Problem.parse(input), schedule.placements)).toEqual([]);
      if (schedule.objective !== "breaks" || schedule.status === "infeasible") return;
      expect(schedule.placements).toHaveLength(input.meetings.length);
      expect(breaksIn(input, schedule.placements).total).toBe(schedule.value);
      expect(schedule.bound).toBeLessThanOrEqual(schedule.value);
    }),
    { numRuns: 150, seed: 92 },
  );
});

test("the same seed gives the same timetable", () => {
  fc.assert(
    fc.property(brokerage(12, 8), fc.integer(), (input, seed) => {
      expect(solveOrRefuse(input, { seed })?.placements).toEqual(solveOrRefuse(input, { seed })?.placements);
    }),
    { numRuns: 15, seed: 93 },
  );
});
