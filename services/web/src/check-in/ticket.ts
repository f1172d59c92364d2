import { codeOf, type Meeting } from "../day/meetings.ts";

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** What the QR code of a meeting says: an address that a phone's own camera opens too. */
export const ticketAddress = (origin: string, meetingId: string): string => `${origin}/check-in/${meetingId}`;

/** The meeting that a scanned or typed text means, among one's own. */
export function meetingOf(text: string, meetings: readonly Meeting[]): Meeting | undefined {
  const id = UUID.exec(text)?.[0]?.toLowerCase();
  if (id !== undefined) return meetings.find(({ meetingId }) => meetingId === id);
  const code = text.replaceAll(/[\s-]/g, "").toUpperCase();
  return code.length === 6
    ? meetings.find(({ meetingId, status }) => status === "scheduled" && codeOf(meetingId) === code)
    : undefined;
}
