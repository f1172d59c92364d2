import { codeOf, type Meeting } from "../day/meetings.ts";

/** The end of a ticket's address. Other codes name other things by ids: a table, a wardrobe. */
const TICKET = /\/check-in\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i;
/** Nobody types more; a QR code can hold thousands of letters. */
const MOST_LETTERS = 500;

/** What the QR code of a meeting says: an address that a phone's own camera opens too. */
export const ticketAddress = (origin: string, meetingId: string): string => `${origin}/check-in/${meetingId}`;

/**
 * The id of the meeting that a scanned or typed text means. A code is looked up among one's own; an address names the meeting
 * itself, so it counts even where this device has not heard of the meeting yet.
 */
export function meetingIdOf(text: string, meetings: readonly Meeting[]): string | undefined {
  if (text.length > MOST_LETTERS) return undefined;
  const id = TICKET.exec(text.trim())?.[1]?.toLowerCase();
  if (id !== undefined) return id;
  const code = text.replaceAll(/[\s-]/g, "").toUpperCase();
  if (code.length !== 6) return undefined;
  const found = meetings.filter(({ meetingId }) => codeOf(meetingId) === code);
  return (found.find(({ status }) => status === "scheduled") ?? found[0])?.meetingId;
}
