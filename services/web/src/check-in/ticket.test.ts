import { expect, test } from "vitest";
import type { Meeting } from "../day/meetings.ts";
import { meetingOf, ticketAddress } from "./ticket.ts";

const meetingId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0901";
const meetings = [{ meetingId, status: "scheduled" } as Meeting];

test.each([
  ["its QR code", ticketAddress("https://fair.example", meetingId)],
  ["its code", "1C0901"],
  ["its code in small letters with a gap", " 1c0 901 "],
])("given a ticket, when read by %s, then the meeting is found", (_, text) => {
  expect(meetingOf(text, meetings)?.meetingId).toBe(meetingId);
});

test.each(["", "1C0902", "https://evil.example/<script>", "x".repeat(10_000)])(
  "given a text that is no ticket of mine, when read, then nothing is found",
  (text) => {
    expect(meetingOf(text, meetings)).toBeUndefined();
  },
);
