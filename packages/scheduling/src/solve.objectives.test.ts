import { expect, test } from "vitest";
import { fairs, generateFair } from "../bench/generate-fair.ts";
import { compare } from "./compare/compare.ts";
import type { ProblemInput } from "./model/problem.ts";
import { solve } from "./solve.ts";

const slots = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: `s${n}`,
    day: "d",
    session: n < 2 ? "am" : "pm",
    startMinute: 540 + 30 * n,
    endMinute: 560 + 30 * n,
  }));

const people = ["ana", "ben", "lin", "mei", "tom"].map((id) => ({ id }));
const base = (count: number, more: Partial<ProblemInput>): ProblemInput => ({
  slots: slots(count),
  participants: people,
  locations: [{ id: "t", kind: "table", capacity: 9 }],
  meetings: [],
  ...more,
});
const wish = (id: string, weight = 1) => ({ id, parties: id.split("-"), weight });
const heldBy = (input: ProblemInput, seed = 1) => solve(input, { seed }).placements.map((p) => p.meetingId);

test("musts before weight: a light must is held, the heavy wishes in its way are not", () => {
  const input = base(1, { meetings: [{ ...wish("ana-lin"), must: true }, wish("ana-mei", 100), wish("lin-tom", 100)] });
  expect(heldBy(input)).toEqual(["ana-lin"]);
});

test("weight before fairness: the heavier wishes are held although somebody gets nothing", () => {
  expect(heldBy(base(1, { meetings: [wish("ana-lin", 5), wish("ana-mei", 4)] }))).toEqual(["ana-lin"]);
});

test.each([1, 2, 3, 4])("fairness among equal weight: whoever would get nothing gets the place (seed %i)", (seed) => {
  const meetings = [wish("ana-lin"), wish("ben-lin"), wish("tom-lin"), wish("ana-mei"), wish("ben-mei")];
  const held = heldBy(
    base(2, { participants: [...people.slice(0, 2), { id: "lin" }, { id: "mei" }, { id: "tom" }], meetings }),
    seed,
  );
  expect(held).toHaveLength(4);
  expect(held).toContain("tom-lin");
});

test("breaks: meetings of a person lie side by side", () => {
  const { placements } = solve(base(6, { meetings: [wish("ana-lin"), wish("ana-mei"), wish("ana-tom")] }), { seed: 1 });
  const at = placements.map((p) => Number(p.slotId.slice(1))).sort((a, b) => a - b);
  expect(at[2]! - at[0]!).toBe(2);
});

test("evenness: of two plans with as many breaks the one where each person has one", () => {
  const at = (slot: number) => ({ fixedSlotId: `s${slot}` });
  const meetings = [
    { ...wish("ana-lin"), ...at(0) },
    { ...wish("ana-mei"), ...at(2) },
    { ...wish("ben-tom"), ...at(5) },
    { ...wish("ana-ben"), earliestSlotId: "s3", latestSlotId: "s4" },
  ];
  const held = (id: string, slot: number) => ({
    meetingId: id,
    slotId: `s${slot}`,
    locationId: "t",
    representativeIds: id.split("-"),
  });
  // At s4 ana has two breaks and ben none.
  const previous = [held("ana-lin", 0), held("ana-mei", 2), held("ben-tom", 5), held("ana-ben", 4)];
  const { placements } = solve(base(6, { meetings }), { seed: 1, previous });
  expect(placements.find((p) => p.meetingId === "ana-ben")!.slotId).toBe("s3");
});

test("evenness never buys a break: one person keeps all four, where five would lie three and two", () => {
  const fixed = (id: string, slot: number) => ({ ...wish(id), id: `${id} ${slot}`, fixedSlotId: `s${slot}` });
  const meetings = [
    ...["ana-lin", "ana-mei", "ana-tom", "ana-lin", "ana-mei"].map((id, n) => fixed(id, 2 * n)),
    fixed("ben-tom", 8),
    fixed("ben-lin", 10),
    { ...wish("ana-ben"), earliestSlotId: "s3", latestSlotId: "s9" },
  ];
  const participants = people.map((p) => (p.id === "ben" ? { ...p, unavailableSlotIds: ["s5", "s7"] } : p));
  // At s9 ana has four breaks and ben none; at s3 she has three and he has two.
  const { placements } = solve(base(11, { participants, meetings }), { seed: 1 });
  expect(placements.find((p) => p.meetingId === "ana-ben")!.slotId).toBe("s9");
});

test("walking: of two free tables the one where the people already are", () => {
  const input = base(2, {
    zones: [
      { id: "z1", hallId: "h" },
      { id: "z2", hallId: "h" },
    ],
    walking: { withinZoneMinutes: 1, withinHallMinutes: 9, betweenHallsMinutes: 9 },
    locations: [
      { id: "t1", kind: "table", capacity: 1, zoneId: "z1" },
      { id: "t2", kind: "table", capacity: 1, zoneId: "z2" },
    ],
    meetings: [{ ...wish("ana-lin"), locationId: "t2" }, wish("ana-mei")],
  });
  expect(solve(input, { seed: 1 }).placements.map((p) => p.locationId)).toEqual(["t2", "t2"]);
});

test("stability: from an earlier plan a fair changes far less than from nothing", () => {
  const fair = generateFair({ ...fairs.small, wishes: 600 }, 3);
  const before = solve(fair, { seed: 1 }).placements;
  const changed = (placements: typeof before) => {
    const { moved, dropped } = compare(fair, before, placements, { explain: false });
    return moved.length + dropped.length;
  };
  const from = changed(solve(fair, { seed: 2, previous: before }).placements);
  expect(from).toBeLessThan(changed(solve(fair, { seed: 2 }).placements) / 4);
  expect(from).toBeLessThan(before.length / 10);
});

test("colleagues share an organization's meetings, and a meeting of three takes everybody's time", () => {
  const input = base(1, {
    participants: [{ id: "a1", organizationId: "acme" }, { id: "a2", organizationId: "acme" }, ...people],
    meetings: [
      { id: "one", parties: ["acme", "lin"] },
      { id: "two", parties: ["acme", "mei"] },
      { id: "three", parties: ["ana", "ben", "tom"] },
    ],
  });
  const { placements, status } = solve(input, { seed: 1 });
  expect(status).toBe("optimal");
  expect(new Set(placements.flatMap((p) => p.representativeIds))).toEqual(
    new Set(["a1", "lin", "a2", "mei", "ana", "ben", "tom"]),
  );
});

const rules: [string, Partial<ProblemInput>, Record<string, string>][] = [
  ["two slots long", { meetings: [{ ...wish("ana-lin"), length: 2 }, wish("ana-mei"), wish("ana-tom")] }, {}],
  ["in the afternoon", { meetings: [{ ...wish("ana-lin"), sessions: ["pm"] }] }, { "ana-lin": "s2|s3" }],
  [
    "not before and not after",
    { meetings: [{ ...wish("ana-lin"), earliestSlotId: "s1", latestSlotId: "s1" }] },
    { "ana-lin": "s1" },
  ],
  [
    "one after the other",
    {
      meetings: [
        { ...wish("ana-lin"), afterMeetingIds: ["ana-mei"] },
        { ...wish("ana-mei"), earliestSlotId: "s2" },
      ],
    },
    { "ana-lin": "s3", "ana-mei": "s2" },
  ],
];

test.each(rules)("%s: held where the rule allows", (_, more, expected) => {
  const input = base(4, more);
  const { placements, unscheduledMeetingIds } = solve(input, { seed: 1 });
  expect(unscheduledMeetingIds).toEqual([]);
  for (const p of placements) expect(p.slotId).toMatch(new RegExp(`^(${expected[p.meetingId] ?? "s\\d"})$`));
});

const fair = generateFair({ ...fairs.small, wishes: 600 }, 5);
const everybody = (rule: object) => ({ ...fair, participants: fair.participants.map((p) => ({ ...p, ...rule })) });
const some = (each: number, rule: object) => ({
  ...fair,
  meetings: fair.meetings.map((m, i) => (i % each === 0 ? { ...m, ...rule } : m)),
});

test.each<[string, ProblemInput, number]>([
  ["three in a row at most", everybody({ maxInARow: 3 }), 0.97],
  ["five a day at most", everybody({ maxPerDay: 5 }), 0.97],
  ["every fifth two slots long", some(5, { length: 2 }), 0.95],
  ["every third in the morning", some(3, { sessions: ["morning"] }), 0.97],
])("a small fair close to its bound: %s", (_, input, share) => {
  const { value, bound } = solve(input, { seed: 1, deadlineMs: 5_000 });
  expect(value / bound).toBeGreaterThan(share);
});
