import { expect, test } from "vitest";
import { ProblemRefused } from "../model/contradiction.ts";
import type { MeetingInput, ProblemInput } from "../model/problem.ts";
import type { Placement } from "../model/result.ts";
import { createPlanState, hold, placementsIn, release } from "./plan-state.ts";
import { repair } from "./repair.ts";
import { commitRepair, repairState } from "./repair-state.ts";

const problem = (meetings: MeetingInput[], more: Partial<ProblemInput> = {}): ProblemInput => ({
  slots: [0, 1, 2].map((n) => ({ id: `s${n}`, day: "d", startMinute: 540 + 30 * n, endMinute: 565 + 30 * n })),
  participants: [{ id: "ana" }, { id: "ben" }, { id: "lin" }, { id: "mei" }],
  locations: [{ id: "t", kind: "table", capacity: 2 }],
  meetings,
  ...more,
});

const at = (meetingId: string, slotId: string, ...representativeIds: string[]): Placement => ({
  meetingId,
  slotId,
  locationId: "t",
  representativeIds,
});

const anaLin: MeetingInput = { id: "ana-lin", parties: ["ana", "lin"] };
const benLin: MeetingInput = { id: "ben-lin", parties: ["ben", "lin"] };

test("somebody late: the meeting moves to the nearest free slot, and nothing else moves", () => {
  const out = repair(
    problem([anaLin, benLin]),
    [at("ana-lin", "s0", "ana", "lin"), at("ben-lin", "s1", "ben", "lin")],
    [{ kind: "participantUnavailable", participantId: "ana", slotIds: ["s0"] }],
  );
  expect(out).toMatchObject({ kept: 1, dropped: [], moved: [{ meetingId: "ana-lin", to: { slotId: "s2" } }] });
});

test("where only another meeting's slot is left, that one moves", () => {
  const out = repair(
    problem([anaLin, benLin]),
    [at("ana-lin", "s0", "ana", "lin"), at("ben-lin", "s1", "ben", "lin")],
    [{ kind: "participantUnavailable", participantId: "ana", slotIds: ["s0", "s2"] }],
  );
  expect(out.moved.map((m) => [m.meetingId, m.to.slotId])).toEqual([
    ["ana-lin", "s1"],
    ["ben-lin", expect.stringMatching(/s0|s2/)],
  ]);
});

test("PARTY_FULL: with the other meeting confirmed, the first loses its place and is told why", () => {
  const out = repair(
    problem([anaLin, benLin]),
    [at("ana-lin", "s0", "ana", "lin"), at("ben-lin", "s1", "ben", "lin")],
    [{ kind: "participantUnavailable", participantId: "ana", slotIds: ["s0", "s2"] }],
    { pinnedMeetingIds: ["ben-lin"] },
  );
  expect(out.dropped).toMatchObject([{ meetingId: "ana-lin", reason: { code: "PARTY_FULL", partyId: "lin" } }]);
});

test("PINNED_IMPOSSIBLE: a confirmed meeting that cannot stay is dropped, not moved", () => {
  const out = repair(problem([anaLin]), [at("ana-lin", "s0", "ana", "lin")], [{ kind: "slotRemoved", slotId: "s0" }], {
    pinnedMeetingIds: ["ana-lin"],
  });
  expect(out.dropped).toMatchObject([{ reason: { code: "PINNED_IMPOSSIBLE", slotId: "s0" } }]);
});

test("GAVE_WAY: a must without any other place takes that of a lighter meeting", () => {
  const slots = [
    { id: "s0", day: "d", startMinute: 540, endMinute: 565 },
    { id: "s1", day: "d", startMinute: 570, endMinute: 595 },
  ];
  const out = repair(
    problem([{ ...anaLin, must: true }, benLin], { slots }),
    [at("ana-lin", "s0", "ana", "lin"), at("ben-lin", "s1", "ben", "lin")],
    [{ kind: "slotRemoved", slotId: "s0" }],
  );
  expect(out.moved).toMatchObject([{ meetingId: "ana-lin", to: { slotId: "s1" } }]);
  expect(out.dropped).toMatchObject([{ meetingId: "ben-lin", reason: { code: "GAVE_WAY", meetingId: "ana-lin" } }]);
});

test("CANCELLED: a no-show frees both sides, and with fill a waiting meeting takes the place", () => {
  const slots = [{ id: "s0", day: "d", startMinute: 540, endMinute: 565 }];
  const out = repair(
    problem([anaLin, benLin], { slots }),
    [at("ana-lin", "s0", "ana", "lin")],
    [{ kind: "meetingsCancelled", meetingIds: ["ana-lin"] }],
    { fill: true },
  );
  expect(out.dropped).toMatchObject([{ meetingId: "ana-lin", reason: { code: "CANCELLED" } }]);
  expect(out.added).toMatchObject([{ meetingId: "ben-lin", slotId: "s0" }]);
});

test("a colleague stands in before a meeting moves", () => {
  const input = problem([{ id: "m", parties: ["acme", "lin"] }], {
    participants: [{ id: "ana", organizationId: "acme" }, { id: "ben", organizationId: "acme" }, { id: "lin" }],
  });
  const out = repair(
    input,
    [at("m", "s0", "ana", "lin")],
    [{ kind: "participantUnavailable", participantId: "ana", slotIds: ["s0"] }],
  );
  expect(out.moved).toEqual([{ meetingId: "m", from: at("m", "s0", "ana", "lin"), to: at("m", "s0", "ben", "lin") }]);
});

test("WAITS_FOR_OTHER: what comes after a meeting that lost its place loses its own", () => {
  const out = repair(
    problem([anaLin, { id: "after", parties: ["ben", "mei"], afterMeetingIds: ["ana-lin"] }]),
    [at("ana-lin", "s0", "ana", "lin"), at("after", "s1", "ben", "mei")],
    [{ kind: "participantUnavailable", participantId: "ana", slotIds: ["s0", "s1", "s2"] }],
  );
  expect(out.dropped.map((d) => d.reason.code)).toEqual(["NEVER_AVAILABLE", "WAITS_FOR_OTHER"]);
});

test("unknown ids are refused, and nothing is applied of changes of which one is", () => {
  const state = createPlanState(problem([anaLin]), [at("ana-lin", "s0", "ana", "lin")]);
  expect(() =>
    repairState(state, [
      { kind: "slotRemoved", slotId: "s0" },
      { kind: "participantUnavailable", participantId: "nobody", slotIds: ["s1"] },
    ]),
  ).toThrow(ProblemRefused);
  expect(repairState(state, [])).toMatchObject({ kept: 1, moved: [] });
});

test("new meetings stay in a state that took them over, also beyond the room it began with", () => {
  const state = createPlanState(problem([anaLin]), [at("ana-lin", "s0", "ana", "lin")]);
  for (let n = 0; n < 5; n++)
    commitRepair(state, [{ kind: "meetingsAdded", meetings: [{ id: `new${n}`, parties: ["ben", "mei"] }] }]);
  expect(placementsIn(state).map((p) => p.meetingId)).toEqual(["ana-lin", "new0", "new1", "new2"]);
  expect(repairState(state, [{ kind: "meetingsCancelled", meetingIds: ["new0"] }], { fill: true })).toMatchObject({
    dropped: [{ meetingId: "new0" }],
    added: [{ meetingId: "new3" }],
  });
});

test("bookings from outside are noted if they fit, and forgotten when released", () => {
  const state = createPlanState(problem([anaLin, benLin]), [at("ana-lin", "s0", "ana", "lin")]);
  expect(hold(state, at("ben-lin", "s0", "ben", "lin"))).toBe(false);
  expect(hold(state, at("ben-lin", "s1", "ben", "lin"))).toBe(true);
  expect(hold(state, at("ana-lin", "s1", "ana", "lin"))).toBe(false);
  release(state, "ana-lin");
  expect(placementsIn(state)).toEqual([at("ben-lin", "s1", "ben", "lin")]);
});
