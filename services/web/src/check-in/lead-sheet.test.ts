import { listMeetings } from "@rialto/contracts/matchmaking/operations";
import { expect, test } from "vitest";
import type { Meeting } from "../day/meetings.ts";
import { inLanguage } from "../language/names.tsx";
import { leadSheet, leadsOf } from "./lead-sheet.ts";

const example = listMeetings.result.parse(listMeetings.example.result).items[0] as Meeting;
const words = { name: (text: Meeting["requester"]["name"]) => inLanguage(text, "en"), country: String, moment: String };

test("given meetings, then whom one has met or written about are leads, the newest first", () => {
  const met = { ...example, meetingId: "met", status: "held" as const };
  const noted = { ...example, meetingId: "noted", status: "cancelled" as const };
  const coming = { ...example, meetingId: "coming", checkedIn: [] };
  const notes = (meetingId: string) => (meetingId === "noted" ? "wants samples" : "");
  expect(leadsOf([met, noted, coming], notes).map(({ meeting }) => meeting.meetingId)).toEqual(["met", "noted"]);
});

test("given a note that looks like a formula and holds quotes, when written as a sheet, then it is only a text", () => {
  const sheet = leadSheet([{ meeting: example, note: '=HYPERLINK("x")\nsecond line' }], ["Time", "Note"], words);
  expect(sheet).toContain(`"'=HYPERLINK(""x"")\nsecond line"`);
  expect(sheet.startsWith("\uFEFF")).toBe(true);
});
