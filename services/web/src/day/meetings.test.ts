import { expect, test } from "vitest";
import {
  codeOf,
  dayOfSlot,
  inOrder,
  type Meeting,
  meetingBefore,
  meetingOn,
  nextMeeting,
  otherSide,
  waitsForMe,
  waitsForThem,
} from "./meetings.ts";

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

const on = (startsAt: string, endsAt: string, over: Partial<Meeting> = {}) => meeting({ slot: at(startsAt, endsAt), ...over });
const now = Date.parse("2026-09-01T01:40:00Z");

test("given a meeting that is over, one that is on and a later one, then both the one that is on and the next are known", () => {
  const over = on("2026-09-01T01:00:00Z", "2026-09-01T01:30:00Z");
  const running = on("2026-09-01T01:30:00Z", "2026-09-01T02:00:00Z", { status: "held" });
  const later = on("2026-09-01T03:00:00Z", "2026-09-01T03:30:00Z");
  const all = [later, running, over];
  expect([meetingOn(all, now), nextMeeting(all, now)]).toEqual([running, later]);
  expect([meetingOn([over], now), nextMeeting([over], now)]).toEqual([undefined, undefined]);
  expect(inOrder(all)).toEqual([over, running, later]);
});

test("given yesterday's last meeting, when asked where one comes from, then only a meeting of the same day counts", () => {
  const first = on("2026-09-01T01:00:00Z", "2026-09-01T01:30:00Z");
  const second = on("2026-09-01T03:00:00Z", "2026-09-01T03:30:00Z");
  const tomorrow = meeting({ slot: { ...at("2026-09-02T01:00:00Z", "2026-09-02T01:30:00Z"), slotId: "d2-0900" } });
  const cancelled = on("2026-09-01T02:00:00Z", "2026-09-01T02:30:00Z", { status: "cancelled" });
  const all = [tomorrow, second, cancelled, first];
  expect(meetingBefore(all, second)).toBe(first);
  expect(meetingBefore(all, tomorrow)).toBeUndefined();
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
