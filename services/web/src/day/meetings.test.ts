import { expect, test } from "vitest";
import { codeOf, dayOfSlot, inOrder, type Meeting, nextMeeting, otherSide, waitsForMe, waitsForThem } from "./meetings.ts";

const meeting = (over: Partial<Meeting>): Meeting => ({
  meetingId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0901",
  version: 1,
  fairId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0001",
  status: "scheduled",
  requester: { organizationId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0102" },
  recipient: { organizationId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0101" },
  proposedSlotIds: ["d1-0930"],
  requestedAt: "2026-08-31T01:00:00.000Z",
  expiresAt: "2026-09-01T01:00:00.000Z",
  checkedIn: [],
  noShows: [],
  ...over,
});
const at = (startsAt: string, endsAt: string) => ({ slotId: "d1-0930", startsAt, endsAt });

test("given a meeting that is over, one that is on and a later one, when asked for the next, then it is the one that is on", () => {
  const over = meeting({ slot: at("2026-09-01T01:00:00Z", "2026-09-01T01:30:00Z") });
  const on = meeting({ slot: at("2026-09-01T01:30:00Z", "2026-09-01T02:00:00Z") });
  const later = meeting({ slot: at("2026-09-01T03:00:00Z", "2026-09-01T03:30:00Z") });
  expect(nextMeeting([later, on, over], Date.parse("2026-09-01T01:40:00Z"))).toBe(on);
  expect(nextMeeting([over], Date.parse("2026-09-01T01:40:00Z"))).toBeUndefined();
  expect(inOrder([later, on, over])).toEqual([over, on, later]);
});

test("given a pending request, when I am asked, then it waits for me, and when I asked, for them", () => {
  const asked = meeting({ status: "pending", yourSide: "recipient" });
  const asking = meeting({ status: "pending", yourSide: "requester" });
  expect([waitsForMe(asked), waitsForThem(asked), waitsForMe(asking), waitsForThem(asking)]).toEqual([true, false, false, true]);
  expect(otherSide(asked)).toBe(asked.requester);
  expect(otherSide(asking)).toBe(asking.recipient);
});

test("given ids, when shown to people, then codes are six characters and slots know their day", () => {
  expect(codeOf("0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0901")).toBe("1C0901");
  expect(dayOfSlot("d12-0930")).toBe(12);
});
