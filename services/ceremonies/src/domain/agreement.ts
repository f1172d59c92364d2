import {
  agreementCompleted,
  agreementDrafted,
  agreementPartyReleased,
  agreementRejected,
  agreementReleased,
  agreementRevised,
  agreementSent,
  agreementVoided,
} from "@rialto/contracts/ceremonies/events";
import type { AgreementTerms, Announcement, Party } from "@rialto/contracts/ceremonies/values";
import { type DraftOf, definePrivateEvent } from "@rialto/contracts/kernel/event";
import { CeremonyId } from "@rialto/contracts/kernel/ids";
import { Instant } from "@rialto/contracts/kernel/values";
import { z } from "zod";
import { type AuditEntry, appendEntry } from "./audit-trail.ts";

interface AgreementFacts {
  readonly id: string;
  readonly fairId: string;
  readonly meetingId: string;
  readonly terms: AgreementTerms;
  /** In the order of signing. */
  readonly parties: readonly Party[];
  readonly draftedBy: string;
  readonly draftedAt: string;
  /** Every fact of the agreement so far, chained. */
  readonly trail: readonly AuditEntry[];
}

/** SHA-256 of the frozen terms and parties, and who stands by them. */
interface Frozen {
  readonly textDigest: string;
  readonly releases: Readonly<Record<string, Announcement>>;
}

export type ExistingAgreement = AgreementFacts &
  (
    | { readonly status: "draft" }
    | ({ readonly status: "sent" } & Frozen)
    | ({
        readonly status: "released";
        readonly announcement: Announcement;
        /** The one ceremony whose run of show has it. */
        readonly onStageIn?: string;
      } & Frozen)
    | ({
        readonly status: "completed";
        readonly announcement: Announcement;
        readonly ceremonyId: string;
        readonly completedAt: string;
      } & Frozen)
    | { readonly status: "rejected"; readonly rejectedBy: string; readonly reason: string }
    | { readonly status: "voided"; readonly reason: string }
  );
export type Agreement = { readonly status: "none" } | ExistingAgreement;

/** The run of show of this ceremony has the agreement: no other may list it, and it cannot be voided. */
export const agreementPlaced = definePrivateEvent({
  type: "ceremonies.agreement-placed",
  version: 1,
  data: z.object({ ceremonyId: CeremonyId, placedAt: Instant }),
});

export const agreementTakenOff = definePrivateEvent({
  type: "ceremonies.agreement-taken-off",
  version: 1,
  data: z.object({ ceremonyId: CeremonyId, takenOffAt: Instant }),
});

export const agreementDefinitions = [
  agreementDrafted,
  agreementRevised,
  agreementSent,
  agreementPartyReleased,
  agreementReleased,
  agreementRejected,
  agreementVoided,
  agreementCompleted,
  agreementPlaced,
  agreementTakenOff,
] as const;
export type AgreementEvent = DraftOf<(typeof agreementDefinitions)[number]>;

export const noAgreement: Agreement = { status: "none" };

const unhandled = (event: never): never => {
  throw new Error(`evolve ignores ${JSON.stringify(event)}`);
};

const factsOf = ({ id, fairId, meetingId, terms, parties, draftedBy, draftedAt, trail }: AgreementFacts): AgreementFacts => ({
  id,
  fairId,
  meetingId,
  terms,
  parties,
  draftedBy,
  draftedAt,
  trail,
});

const frozenOf = (state: ExistingAgreement): Frozen =>
  "textDigest" in state ? { textDigest: state.textDigest, releases: state.releases } : { textDigest: "", releases: {} };

const announcementOf = (state: ExistingAgreement): Announcement =>
  "announcement" in state ? state.announcement : { agreement: false, amount: false };

export function evolveAgreement(state: Agreement, event: AgreementEvent): Agreement {
  if (event.type === agreementDrafted.type) {
    const { agreementId, fairId, meetingId, terms, parties, draftedBy, draftedAt } = event.data;
    const trail = appendEntry([], event, draftedAt);
    return { status: "draft", id: agreementId, fairId, meetingId, terms, parties, draftedBy, draftedAt, trail };
  }
  if (state.status === "none") return state;
  const noting = (at: string): AgreementFacts => ({ ...factsOf(state), trail: appendEntry(state.trail, event, at) });
  switch (event.type) {
    case agreementRevised.type:
      return { ...noting(event.data.revisedAt), status: "draft", terms: event.data.terms };
    case agreementSent.type:
      return { ...noting(event.data.sentAt), status: "sent", textDigest: event.data.textDigest, releases: {} };
    case agreementPartyReleased.type: {
      const { textDigest, releases } = frozenOf(state);
      const { organizationId, announcement, releasedAt } = event.data;
      return { ...noting(releasedAt), status: "sent", textDigest, releases: { ...releases, [organizationId]: announcement } };
    }
    case agreementReleased.type: {
      const { announcement, releasedAt } = event.data;
      return { ...noting(releasedAt), status: "released", ...frozenOf(state), announcement };
    }
    case agreementRejected.type: {
      const { organizationId, reason, rejectedAt } = event.data;
      return { ...noting(rejectedAt), status: "rejected", rejectedBy: organizationId, reason };
    }
    case agreementVoided.type:
      return { ...noting(event.data.voidedAt), status: "voided", reason: event.data.reason };
    case agreementCompleted.type: {
      const { ceremonyId, completedAt } = event.data;
      const announcement = announcementOf(state);
      return { ...noting(completedAt), status: "completed", ...frozenOf(state), announcement, ceremonyId, completedAt };
    }
    // Where it is signed is no fact about the text: the trail does not name it before the stage does.
    case agreementPlaced.type:
      return state.status === "released" ? { ...state, onStageIn: event.data.ceremonyId } : state;
    case agreementTakenOff.type: {
      if (state.status !== "released") return state;
      const { onStageIn: _, ...rest } = state;
      return rest;
    }
    default:
      return unhandled(event);
  }
}

/** What every event of the agreement says of it. */
export const identityOf = ({ id, fairId, parties }: Pick<AgreementFacts, "id" | "fairId" | "parties">) => ({
  agreementId: id,
  fairId,
  partyOrganizationIds: parties.map(({ organizationId }) => organizationId),
});
