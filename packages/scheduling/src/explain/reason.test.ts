import { expect, test } from "vitest";
import { compileProblem } from "../model/parse-problem.ts";
import type { MeetingInput, ProblemInput } from "../model/problem.ts";
import type { Placement } from "../model/result.ts";
import { explainSchedule } from "./explain-schedule.ts";
import type { Reason, ReasonCode, SmallChange } from "./reason.ts";
import { sayChanges, sayPerson, sayReason } from "./sentences.ts";

const slots = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: `s${n}`,
    day: "d",
    session: "am",
    startMinute: 540 + 25 * n,
    endMinute: 560 + 25 * n,
  }));

const problem = (more: Partial<ProblemInput>, wish: Partial<MeetingInput> = {}): ProblemInput => ({
  slots: slots(2),
  participants: [{ id: "ana" }, { id: "lin" }, { id: "ben" }, { id: "mei" }],
  locations: [{ id: "t", kind: "table", capacity: 5 }],
  ...more,
  meetings: [{ id: "wish", parties: ["ana", "lin"], ...wish }, ...(more.meetings ?? [])],
});

const at = (meetingId: string, slotId: string, ...representativeIds: string[]): Placement => ({
  meetingId,
  slotId,
  locationId: "t",
  representativeIds,
});
const others: MeetingInput[] = [
  { id: "ana-ben", parties: ["ana", "ben"] },
  { id: "ana-mei", parties: ["ana", "mei"] },
  { id: "lin-mei", parties: ["lin", "mei"] },
  { id: "lin-ben", parties: ["lin", "ben"] },
];
const away = (id: string, ...slotIds: string[]) => ({ id, unavailableSlotIds: slotIds });
const halls: Partial<ProblemInput> = {
  zones: [
    { id: "z1", hallId: "h1" },
    { id: "z2", hallId: "h2" },
  ],
  walking: { withinZoneMinutes: 0, withinHallMinutes: 3, betweenHallsMinutes: 9 },
  locations: [
    { id: "t", kind: "table", capacity: 5, zoneId: "z1" },
    { id: "far", kind: "room", capacity: 5, zoneId: "z2" },
  ],
};

/** By code: a problem and plan in which the wish has no place, why, and what would admit it. */
const cases: [ReasonCode, ProblemInput, Placement[], string, string][] = [
  [
    "EXCLUDED",
    problem({ exclusions: [["ana", "lin"]] }),
    [],
    "ana and lin are not to meet.",
    "if ana and lin were allowed to meet",
  ],
  ["NO_OWN_SLOT", problem({}, { sessions: ["pm"] }), [], "Its own rules leave it no slot.", "if its own rules allowed s0"],
  [
    "NEVER_AVAILABLE",
    problem({ participants: [away("ana", "s0", "s1"), away("lin"), away("ben"), away("mei")] }),
    [],
    "ana is not there in any slot it may take.",
    "if ana were there in s0",
  ],
  [
    "NO_COMMON_SLOT",
    problem({ participants: [away("ana", "s0"), away("lin", "s1"), away("ben"), away("mei")] }),
    [],
    "ana and lin have no common slot.",
    "if ana were there in s0",
  ],
  [
    "LOCATION_CLOSED",
    problem({ locations: [{ id: "t", kind: "table", capacity: 5, unavailableSlotIds: ["s0", "s1"] }] }),
    [],
    "Its location is closed in the 2 slots they share (s0, s1).",
    "if t were open in s0",
  ],
  [
    "WAITS_FOR_OTHER",
    problem({ meetings: others }, { afterMeetingIds: ["ana-ben"] }),
    [],
    "It comes after ana-ben, which has no place.",
    "if its order with ana-ben were given up",
  ],
  [
    "ORDER_LEAVES_NO_SLOT",
    problem({ meetings: others }, { afterMeetingIds: ["ana-ben"] }),
    [at("ana-ben", "s1", "ana", "ben")],
    "Its order with ana-ben leaves it no slot.",
    "if its order with ana-ben were given up",
  ],
  [
    "PARTY_FULL",
    problem({ meetings: others }),
    [at("ana-ben", "s0", "ana", "ben"), at("ana-mei", "s1", "ana", "mei")],
    "ana is engaged in the 2 slots they share (s0, s1).",
    "if ana were free in s0 (now ana-ben)",
  ],
  [
    "BOTH_FULL",
    problem({ meetings: others }),
    [
      at("ana-ben", "s0", "ana", "ben"),
      at("lin-mei", "s0", "lin", "mei"),
      at("ana-mei", "s1", "ana", "mei"),
      at("lin-ben", "s1", "lin", "ben"),
    ],
    "ana and lin are both engaged in the 2 slots they share (s0, s1).",
    "if ana were free in s0 (now ana-ben) and lin were free in s0 (now lin-mei)",
  ],
  [
    "ENGAGED_IN_TURN",
    problem({ meetings: others }),
    [at("ana-ben", "s0", "ana", "ben"), at("lin-mei", "s1", "lin", "mei")],
    "In each of the 2 slots they share (s0, s1), ana and lin are engaged in turn.",
    "if ana were free in s0 (now ana-ben)",
  ],
  [
    "LOCATION_FULL",
    problem({
      slots: slots(1),
      locations: [{ id: "t", kind: "table", capacity: 1 }],
      meetings: [{ id: "x", parties: ["ben", "mei"] }],
    }),
    [at("x", "s0", "ben", "mei")],
    "t full in the one slot when all are free (s0).",
    "if t had one more place in s0",
  ],
  [
    "LIMIT_PER_DAY",
    problem({ participants: [{ id: "ana", maxPerDay: 1 }, away("lin"), away("ben"), away("mei")], meetings: others }),
    [at("ana-ben", "s0", "ana", "ben")],
    "ana has reached 1 meetings a day where there is still room (s1).",
    "if ana were free in s0 (now ana-ben)",
  ],
  [
    "LIMIT_IN_A_ROW",
    problem({ participants: [{ id: "ana", maxInARow: 1 }, away("lin"), away("ben"), away("mei")], meetings: others }),
    [at("ana-ben", "s0", "ana", "ben")],
    "ana takes a pause after 1 meetings where there is still room (s1).",
    "if ana were free in s0 (now ana-ben)",
  ],
  [
    "WALKING",
    problem({ ...halls, meetings: [{ id: "ana-ben", parties: ["ana", "ben"] }] }, { locationId: "far" }),
    [at("ana-ben", "s0", "ana", "ben")],
    "Where all are free (s1), the way from or to a neighbouring meeting is too long.",
    "if ana were free in s0 (now ana-ben)",
  ],
  ["NOT_TRIED", problem({}), [], "It would fit (s0, s1), but the run ended before it was tried.", "It fits as it is."],
];

test.each(cases)("%s", (code, input, placements, sentence, change) => {
  const { unscheduled } = explainSchedule(compileProblem(input), placements);
  const { reason, admittedBy } = unscheduled.find((u) => u.meetingId === "wish")!;
  expect(reason.code).toBe(code);
  expect(sayReason(reason, "en")).toBe(sentence);
  expect(sayChanges(admittedBy!.changes, "en")).toContain(change);
  expect(sayReason(reason, "zh")).toMatch(/\p{Script=Han}.*。$/u);
  expect(sayChanges(admittedBy!.changes, "zh")).toMatch(/\p{Script=Han}.*。$/u);
});

test("what the changes are called: a limit raised, a way shortened", () => {
  const limit: SmallChange = { kind: "limitRaised", partyId: "ana", representativeId: "ana", limit: "maxPerDay", to: 3 };
  const way: SmallChange = { kind: "wayShortened", partyId: "ana", meetingId: "m", slotIds: ["s0"] };
  expect(sayChanges([limit, way], "en")).toBe(
    "It would fit if ana accepted 3 meetings a day and ana did not have m too far away in s0.",
  );
  expect(sayChanges([limit], "zh")).toBe("如果ana接受每天3场会面，即可安排。");
});

test("names of the screen take the place of ids", () => {
  const reason: Reason = { code: "PARTY_FULL", partyId: "ana", slotIds: ["s0"] };
  expect(sayReason(reason, "en", { party: () => "Ana Silva", slot: () => "14:00" })).toBe(
    "Ana Silva is engaged in the one slot they share (14:00).",
  );
});

test("every party is told what it got, what was possible, and why the difference", () => {
  const input = problem({ slots: slots(1), meetings: others.slice(0, 2) });
  const { people } = explainSchedule(compileProblem(input), [at("ana-ben", "s0", "ana", "ben")]);
  const ana = people.find((p) => p.partyId === "ana")!;
  expect(ana).toEqual({ partyId: "ana", wished: 3, got: 1, possible: 1, room: 1, missed: [{ code: "PARTY_FULL", count: 2 }] });
  expect(sayPerson(ana, "en")).toBe("1 of 3: 3 wishes for 1 free places; 2 one side engaged in every shared slot.");
  expect(sayPerson(ana, "zh")).toBe("3场中得到1场：3个意愿，只有1个空位；2 一方已排满。");
  expect(sayPerson(people.find((p) => p.partyId === "ben")!, "en")).toBe("");
});
