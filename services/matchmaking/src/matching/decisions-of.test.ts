import { describe, expect, test } from "vitest";
import { decisionsOf, isTaken, type MeetingNews } from "./decisions-of.ts";

const meeting = (overrides: Partial<MeetingNews>): MeetingNews => ({
  meetingId: "m",
  fairId: "f",
  requesterId: "buyer",
  recipientId: "exhibitor",
  status: "pending",
  wasAskedFor: true,
  isByRun: false,
  noShows: [],
  ...overrides,
});
const told = (overrides: Partial<MeetingNews>) =>
  decisionsOf(meeting(overrides)).map(({ decision: { actorId, kind } }) => `${actorId} ${kind}`);

describe("what people have decided in a meeting", () => {
  test.each([
    ["pending", {}, ["buyer requested"]],
    ["withdrawn", {}, ["buyer requested"]],
    ["expired", {}, ["buyer requested"]],
    ["declined", {}, ["buyer requested", "exhibitor declined"]],
    ["scheduled", {}, ["buyer requested", "exhibitor accepted"]],
    ["held", {}, ["buyer requested", "exhibitor accepted"]],
    ["cancelled", {}, ["buyer requested", "exhibitor accepted", "buyer cancelled"]],
    ["missed", { noShows: ["recipient"] }, ["buyer requested", "exhibitor accepted", "exhibitor noShow", "buyer cancelled"]],
    ["scheduled", { isByRun: true }, ["buyer requested", "buyer held"]],
    ["scheduled", { isByRun: true, wasAskedFor: false }, ["buyer held"]],
    ["cancelled", { wasAskedFor: false }, ["buyer held", "buyer cancelled"]],
  ] as const)("%s %o", (status, more, expected) => {
    expect(told({ status, ...more })).toEqual(expected);
  });

  test("each step says all that the steps before it said", () => {
    const ways = [
      ["pending", "scheduled", "held"],
      ["pending", "scheduled", "missed"],
      ["pending", "scheduled", "cancelled"],
      ["pending", "declined"],
    ] as const;
    for (const way of ways)
      for (const [at, status] of way.entries())
        if (at > 0) {
          const before = decisionsOf(meeting({ status: way[at - 1] as MeetingNews["status"] })).map(({ what }) => what);
          expect(decisionsOf(meeting({ status })).map(({ what }) => what)).toEqual(expect.arrayContaining(before));
        }
  });

  test("seats are taken while it is booked, and once it was held", () => {
    const taking = (["pending", "scheduled", "held", "missed", "cancelled"] as const).filter((status) =>
      isTaken(meeting({ status })),
    );
    expect(taking).toEqual(["scheduled", "held"]);
  });
});
