import fc from "fast-check";
import { ProblemRefused } from "../src/model/contradiction.ts";
import { parseProblem } from "../src/model/parse-problem.ts";
import type { MeetingInput, ProblemInput } from "../src/model/problem.ts";

/**
 * Small problems with every rule of the model: two days, organizations with colleagues, booths and shared tables in two halls, ways to walk, limits,
 * absences, exclusions, fixed and bounded meetings, precedences, meetings of three and of several slots.
 */
export const arbitraryProblem = (): fc.Arbitrary<ProblemInput> => anyProblem().map(withoutContradictions);

const anyProblem = (): fc.Arbitrary<ProblemInput> =>
  fc
    .record({
      slotsPerDay: fc.integer({ min: 2, max: 4 }),
      days: fc.integer({ min: 1, max: 2 }),
      pause: fc.constantFrom(0, 5, 10),
      buyers: fc.integer({ min: 1, max: 5 }),
      colleagues: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 }),
      tables: fc.integer({ min: 0, max: 2 }),
      boothCapacity: fc.integer({ min: 0, max: 2 }),
      away: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 }),
      closed: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
      maxPerDay: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      maxInARow: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
      exclude: fc.boolean(),
      wishes: fc.array(
        fc.record({
          a: fc.nat(),
          b: fc.nat(),
          third: fc.option(fc.nat(), { freq: 5 }),
          weight: fc.integer({ min: 1, max: 9 }),
          length: fc.constantFrom(1, 1, 1, 2),
          rule: fc.constantFrom("none", "none", "none", "earliest", "latest", "session", "fixed", "location", "after", "after"),
          at: fc.nat(),
        }),
        { minLength: 1, maxLength: 14 },
      ),
    })
    .map(({ slotsPerDay, days, pause, buyers, colleagues, tables, boothCapacity, away, closed, ...rest }) => {
      const slots = Array.from({ length: days * slotsPerDay }, (_, n) => makeSlot(n, slotsPerDay, pause));
      const slotAt = (n: number) => slots[n % slots.length]!.id;
      const people = [
        ...colleagues.flatMap((count, e) =>
          Array.from({ length: count }, (_, r) => ({ id: `e${e}-${r}`, organizationId: `e${e}` })),
        ),
        ...Array.from({ length: buyers }, (_, b) => ({ id: `b${b}` })),
      ];
      const places = [
        ...colleagues.map((_, e) => ({
          id: `booth${e}`,
          kind: "booth" as const,
          capacity: e === 0 ? boothCapacity : 1,
          organizationId: `e${e}`,
          zoneId: `z${e % 2}`,
        })),
        ...Array.from({ length: tables }, (_, t) => ({ id: `table${t}`, kind: "table" as const, capacity: 1, zoneId: `z${t}` })),
      ].slice(colleagues.length > 2 ? 1 : 0);
      const parties = [...colleagues.map((_, e) => `e${e}`), ...people.map(({ id }) => id)];
      return {
        slots,
        zones: [
          { id: "z0", hallId: "h0" },
          { id: "z1", hallId: "h1" },
        ],
        walking: { withinZoneMinutes: 0, withinHallMinutes: 3, betweenHallsMinutes: 8 },
        participants: people.map((person, n) => ({
          ...person,
          unavailableSlotIds: [...new Set(away.filter(([who]) => who % people.length === n).map(([, when]) => slotAt(when)))],
          ...(rest.maxPerDay !== undefined && n % 2 === 0 ? { maxPerDay: rest.maxPerDay } : {}),
          ...(rest.maxInARow !== undefined && n % 3 === 0 ? { maxInARow: rest.maxInARow } : {}),
        })),
        locations: places.map((place, n) => ({
          ...place,
          unavailableSlotIds: [
            ...new Set(closed.filter(([where]) => where % places.length === n).map(([, when]) => slotAt(when))),
          ],
        })),
        exclusions: rest.exclude ? [["e0", "b0"]] : [],
        meetings: makeMeetings(rest.wishes, parties, slots, places),
      };
    });

function makeSlot(n: number, slotsPerDay: number, pause: number) {
  const start = 540 + (20 + pause) * (n % slotsPerDay);
  const day = `d${Math.floor(n / slotsPerDay)}`;
  return {
    id: `${day}-${n}`,
    day,
    session: n % slotsPerDay < 2 ? "morning" : "afternoon",
    startMinute: start,
    endMinute: start + 20,
  };
}

interface Wish {
  a: number;
  b: number;
  third: number | null;
  weight: number;
  length: number;
  rule: string;
  at: number;
}

function makeMeetings(wishes: Wish[], parties: string[], slots: { id: string }[], places: { id: string }[]): MeetingInput[] {
  const meetings: MeetingInput[] = [];
  for (const wish of wishes) {
    const named = [wish.a, wish.b, ...(wish.third === null ? [] : [wish.third])].map((n) => parties[n % parties.length]!);
    const distinct = [...new Set(named)];
    if (distinct.length < 2) continue;
    const id = `m${meetings.length}`;
    const slot = slots[wish.at % slots.length]!.id;
    meetings.push({
      id,
      parties: distinct,
      weight: wish.weight,
      length: wish.length,
      ...(wish.rule === "earliest" ? { earliestSlotId: slot } : {}),
      ...(wish.rule === "latest" ? { latestSlotId: slot } : {}),
      ...(wish.rule === "fixed" ? { fixedSlotId: slot } : {}),
      ...(wish.rule === "session" ? { sessions: ["morning"] } : {}),
      ...(wish.rule === "location" && places.length > 0 ? { locationId: places[wish.at % places.length]!.id } : {}),
      ...(wish.rule === "after" && meetings.length > 0 ? { afterMeetingIds: [meetings[wish.at % meetings.length]!.id] } : {}),
    });
  }
  return meetings;
}

/** The same with some meetings as musts. */
export const withMusts = (problem: ProblemInput, every: number): ProblemInput => ({
  ...problem,
  meetings: problem.meetings.map((meeting, m) => ({ ...meeting, must: m % every === 0 })),
});

/** Meetings fixed where they are impossible become free. */
export function withoutContradictions(problem: ProblemInput): ProblemInput {
  try {
    parseProblem(problem);
    return problem;
  } catch (error) {
    if (!(error instanceof ProblemRefused)) throw error;
    return { ...problem, meetings: problem.meetings.map(({ fixedSlotId: _, ...meeting }) => meeting) };
  }
}
