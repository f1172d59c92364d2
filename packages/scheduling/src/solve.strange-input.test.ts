import { expect, test } from "vitest";
import type { ProblemInput } from "./model/problem.ts";
import { solve } from "./solve.ts";

const slots = [540, 570].map((startMinute) => ({ id: `s${startMinute}`, day: "d", startMinute, endMinute: startMinute + 25 }));
const tables = (capacity: number) => [{ id: "t", kind: "table" as const, capacity }];
const two = [
  { id: "m1", parties: ["ana", "ben"] },
  { id: "m2", parties: ["ana", "lin"] },
];
const usual: ProblemInput = {
  slots,
  participants: ["ana", "ben", "lin"].map((id) => ({ id })),
  locations: tables(1),
  meetings: two,
};
const musts = two.map((meeting) => ({ ...meeting, must: true }));

test.each<[string, ProblemInput, { status: string; placed: number }]>([
  ["no slots", { ...usual, slots: [] }, { status: "optimal", placed: 0 }],
  ["one participant", { ...usual, participants: [{ id: "ana" }], meetings: [] }, { status: "optimal", placed: 0 }],
  ["no locations", { ...usual, locations: [] }, { status: "optimal", placed: 0 }],
  ["capacities of zero", { ...usual, locations: tables(0) }, { status: "optimal", placed: 0 }],
  ["a capacity beyond 32 bits", { ...usual, locations: tables(1e15), meetings: musts }, { status: "optimal", placed: 2 }],
  [
    "everything forbidden",
    { ...usual, participants: usual.participants.map((p) => ({ ...p, unavailableSlotIds: slots.map(({ id }) => id) })) },
    { status: "optimal", placed: 0 },
  ],
  [
    "everything fixed",
    { ...usual, meetings: musts.map((m, n) => ({ ...m, fixedSlotId: slots[n]!.id })) },
    { status: "optimal", placed: 2 },
  ],
  [
    "everything fixed in one slot",
    { ...usual, meetings: musts.map((m) => ({ ...m, fixedSlotId: slots[0]!.id })) },
    { status: "infeasible", placed: 0 },
  ],
])("%s: answered with a status", (_, input, { status, placed }) => {
  const schedule = solve(input, { seed: 1 });
  expect({ status: schedule.status, placed: schedule.placements.length }).toEqual({ status, placed });
});
