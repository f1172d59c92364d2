import { agreementDrafted } from "@rialto/contracts/ceremonies/events";
import type { AgreementTerms, Party } from "@rialto/contracts/ceremonies/values";
import type { Agreement, AgreementEvent } from "./agreement.ts";
import { refuse } from "./refuse.ts";

/** A meeting as far as agreements care; absent: nobody has heard that it was held. */
export interface HeldMeeting {
  readonly meetingId: string;
  readonly fairId: string;
  /** Who was there, the requester first. */
  readonly parties: readonly Party[];
}

export interface DraftAgreement {
  readonly agreementId: string;
  readonly fairId: string;
  readonly meeting: HeldMeeting | undefined;
  readonly organizationIds: readonly string[];
  readonly terms: AgreementTerms;
  readonly now: string;
}

/** Several agreements may follow from one meeting: a memorandum today, a contract tomorrow. */
export function draftAgreement(command: DraftAgreement, state: Agreement): AgreementEvent[] {
  const { agreementId, fairId, meeting, organizationIds, terms, now } = command;
  if (state.status !== "none") return [];
  if (meeting === undefined || meeting.fairId !== fairId) throw refuse("MEETING_NOT_HELD");
  const drafter = meeting.parties.find(({ organizationId }) => organizationIds.includes(organizationId));
  if (drafter === undefined) throw refuse("NOT_YOUR_MEETING");
  return [
    agreementDrafted.draft({
      agreementId,
      fairId,
      partyOrganizationIds: meeting.parties.map(({ organizationId }) => organizationId),
      meetingId: meeting.meetingId,
      terms,
      parties: [...meeting.parties],
      draftedBy: drafter.organizationId,
      draftedAt: now,
    }),
  ];
}
