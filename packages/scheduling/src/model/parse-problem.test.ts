import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { solve } from "../solve.ts";
import { ProblemRefused } from "./contradiction.ts";
import { parseProblem } from "./parse-problem.ts";
import type { MeetingInput, ProblemInput } from "./problem.ts";

const slots = [0, 1].map((n) => ({ id: `s${n}`, day: "d", session: "am", startMinute: 540 + 30 * n, endMinute: 565 + 30 * n }));
const good: ProblemInput = {
  slots,
  participants: [{ id: "ana" }, { id: "lin" }, { id: "ben", organizationId: "acme" }],
  locations: [{ id: "t", kind: "table", capacity: 1 }],
  meetings: [{ id: "m", parties: ["ana", "lin"] }],
};

const meetings = (...list: Partial<MeetingInput>[]): ProblemInput => ({
  ...good,
  meetings: list.map((meeting, n) => ({ id: `m${n}`, parties: ["ana", "lin"], ...meeting })),
});

function codesOf(input: ProblemInput): string[] {
  try {
    parseProblem(input);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemRefused)) throw error;
    return error.contradictions.map(({ code }) => code);
  }
}

const away = (id: string, ...unavailableSlotIds: string[]) => ({ id, unavailableSlotIds });

/** By code, an input refused for it and nothing else. */
const refused: [string, ProblemInput][] = [
  ["TOO_LARGE", { ...good, meetings: new Array(1_000_000) }],
  ["MALFORMED", { ...good, locations: [{ id: "t", kind: "table", capacity: -1 }] }],
  ["ID_TWICE", { ...good, participants: [...good.participants, { id: "ana" }] }],
  ["ID_TWICE", { ...good, participants: [...good.participants, { id: "acme" }] }],
  ["ID_UNKNOWN", meetings({ parties: ["ana", "nobody"] })],
  ["ID_UNKNOWN", meetings({ fixedSlotId: "s9" })],
  ["ID_UNKNOWN", meetings({ locationId: "nowhere" })],
  ["ID_UNKNOWN", meetings({ afterMeetingIds: ["m9"] })],
  ["ID_UNKNOWN", { ...good, exclusions: [["ana", "nobody"]] }],
  ["ID_UNKNOWN", { ...good, participants: [...good.participants, away("mei", "s9")] }],
  ["ID_UNKNOWN", { ...good, locations: [{ id: "t", kind: "table", capacity: 1, zoneId: "z" }] }],
  ["PARTY_TWICE", meetings({ parties: ["ana", "ana"] })],
  ["SLOT_EMPTY", { ...good, slots: [slots[0]!, { ...slots[1]!, endMinute: 560 }] }],
  ["SLOTS_OVERLAP", { ...good, slots: slots.toReversed() }],
  ["SLOTS_MIXED", { ...good, slots: [...slots, { ...slots[0]!, id: "x", day: "e" }, { ...slots[0]!, id: "y" }] }],
  ["MUST_EXCLUDED", { ...meetings({ must: true }), exclusions: [["ana", "lin"]] }],
  ["MUST_WITHOUT_SLOT", meetings({ must: true, sessions: ["pm"] })],
  ["MUST_UNAVAILABLE", { ...meetings({ must: true }), participants: [away("ana", "s0", "s1"), away("lin")] }],
  ["FIXED_FORBIDDEN", { ...meetings({ fixedSlotId: "s0" }), participants: [away("ana", "s0"), away("lin")] }],
  ["MUST_WITHOUT_LOCATION", { ...meetings({ must: true }), locations: [{ id: "t", kind: "table", capacity: 0 }] }],
  ["MUST_NEVER_TOGETHER", { ...meetings({ must: true }), participants: [away("ana", "s0"), away("lin", "s1")] }],
  ["PRECEDENCE_CIRCLE", meetings({ afterMeetingIds: ["m1"] }, { afterMeetingIds: ["m0"] })],
];

test.each(refused)("%s", (code, input) => {
  expect(new Set(codesOf(input))).toEqual(new Set([code]));
  expect(() => solve(input)).toThrow(ProblemRefused);
});

test("every code is explained in the README", async () => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  expect(refused.map(([code]) => code).filter((code) => !readme.includes(code))).toEqual([]);
});

test("all contradictions are named at once, also beside ids that name nothing", () => {
  const input: ProblemInput = {
    ...meetings(
      { must: true, sessions: ["pm"] },
      { parties: ["ana", "nobody"] },
      { fixedSlotId: "s0" },
      { afterMeetingIds: ["m1"] },
    ),
    participants: [away("ana", "s0"), away("lin"), away("lin")],
  };
  expect(codesOf(input).sort()).toEqual(["FIXED_FORBIDDEN", "ID_TWICE", "ID_UNKNOWN", "MUST_WITHOUT_SLOT"]);
});

test("a million wishes are refused before they are looked at", () => {
  const started = performance.now();
  expect(codesOf({ ...good, meetings: Array.from({ length: 1_000_000 }, () => good.meetings[0]!) })).toEqual(["TOO_LARGE"]);
  expect(performance.now() - started).toBeLessThan(1_000);
});

/** Strange, but no contradiction: an answer with its status. */
const strange: [string, ProblemInput, object][] = [
  [
    "nothing at all",
    { slots: [], participants: [], locations: [], meetings: [] },
    { status: "optimal", placements: [], value: 0 },
  ],
  ["zero slots", { ...good, slots: [] }, { status: "optimal", value: 0, bound: 0, unscheduledMeetingIds: ["m"] }],
  ["one participant", { ...good, participants: [{ id: "ana" }], meetings: [] }, { status: "optimal", placements: [] }],
  ["no locations", { ...good, locations: [] }, { status: "optimal", value: 0, unscheduledMeetingIds: ["m"] }],
  ["capacities of zero", { ...good, locations: [{ id: "t", kind: "table", capacity: 0 }] }, { status: "optimal", value: 0 }],
  ["everything forbidden", { ...good, exclusions: [["ana", "lin"]] }, { status: "optimal", value: 0 }],
  ["everybody away", { ...good, participants: [away("ana", "s0", "s1"), away("lin")] }, { status: "optimal", value: 0 }],
  ["limits of zero", { ...good, participants: [{ id: "ana", maxPerDay: 0 }, away("lin")] }, { status: "optimal", value: 0 }],
  ["weights of zero", meetings({ weight: 0 }), { status: "optimal", value: 0 }],
  [
    "everything fixed",
    meetings({ fixedSlotId: "s0", must: true }, { fixedSlotId: "s1", must: true }),
    { placements: [{ slotId: "s0" }, { slotId: "s1" }], unscheduledMeetingIds: [] },
  ],
  [
    "all fixed in one slot",
    meetings({ fixedSlotId: "s0", must: true }, { fixedSlotId: "s0", must: true }),
    { status: "infeasible" },
  ],
  ["longer than the day", meetings({ length: 3 }), { status: "optimal", value: 0, unscheduledMeetingIds: ["m0"] }],
];

test.each(strange)("%s", (_, input, expected) => {
  expect(solve(input)).toMatchObject(expected);
});

test.each(["null", "7", '"x"', "[]", '{"slots":"x"}', '{"slots":[null]}'])("not a problem at all: %s", (json) => {
  expect(() => parseProblem(JSON.parse(json))).toThrow(ProblemRefused);
});
