import { expect, test } from "vitest";
import type { Meeting } from "../day/meetings.ts";
import { meetingIdOf, ticketAddress } from "./ticket.ts";

const meetingId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0901";
const meetings = [{ meetingId, status: "scheduled" } as Meeting];

test.each([
  ["its QR code", ticketAddress("https://fair.example", meetingId)],
  ["its code", "1C0901"],
  ["its code in small letters with a gap", " 1c0 901 "],
])("given a ticket, when read by %s, then the meeting is found", (_, text) => {
  expect(meetingIdOf(text, meetings)).toBe(meetingId);
});

test("given the QR code of a meeting that this device has not heard of, then it is taken all the same", () => {
  const other = meetingId.replace("0901", "0902");
  expect(meetingIdOf(ticketAddress("https://fair.example", other), meetings)).toBe(other);
});

test.each(["", "1C0902", "https://evil.example/<script>", `https://menu.example/tables/${meetingId}`, "x".repeat(10_000)])(
  "given a text that is no ticket of mine, when read, then nothing is found",
  (text) => {
    expect(meetingIdOf(text, meetings)).toBeUndefined();
  },
);

test("given two meetings with the same code, then the one that is still to come is meant", () => {
  const over = { meetingId: `1${meetingId.slice(1)}`, status: "cancelled" } as Meeting;
  expect(meetingIdOf("1C0901", [over, ...meetings])).toBe(meetingId);
});
