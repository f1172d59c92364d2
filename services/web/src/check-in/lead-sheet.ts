import { type Meeting, otherSide } from "../day/meetings.ts";
import type { Localized } from "../language/names.tsx";

export interface Lead {
  readonly meeting: Meeting;
  readonly note: string;
}

/** Whom this side has met, or wrote something about; the newest first. */
export const leadsOf = (meetings: readonly Meeting[], noteOf: (meetingId: string) => string): Lead[] =>
  meetings
    .map((meeting) => ({ meeting, note: noteOf(meeting.meetingId) }))
    .filter(
      ({ meeting: { status, yourSide, checkedIn }, note }) =>
        note !== "" || status === "held" || (yourSide !== undefined && checkedIn.includes(yourSide)),
    )
    .sort((one, other) => startOf(other.meeting) - startOf(one.meeting));

const startOf = ({ slot, requestedAt }: Meeting) => Date.parse(slot?.startsAt ?? requestedAt);

/** A spreadsheet program must not take a name or a note for a formula. */
const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

interface Words {
  readonly name: (text: Localized | undefined) => string;
  readonly country: (code: string) => string;
  readonly moment: (instant: string) => string;
}

/** CSV (RFC 4180) with a byte order mark, without which spreadsheet programs misread Chinese. */
export function leadSheet(leads: readonly Lead[], head: readonly string[], { name, country, moment }: Words): string {
  const rows = leads.map(({ meeting, note }) => {
    const side = otherSide(meeting);
    const when = meeting.slot === undefined ? "" : moment(meeting.slot.startsAt);
    return [when, name(side.name), side.country === undefined ? "" : country(side.country), name(side.person?.name), note];
  });
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
