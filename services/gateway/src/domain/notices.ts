import type { NotificationContent } from "@rialto/contracts/gateway/notifications";
import type { Envelope } from "@rialto/contracts/kernel/event";
import type { Recommendation } from "@rialto/contracts/matchmaking/events";
import { type EventTable, lookUp } from "./event-table.ts";

type MeetingKind = "meetingRequestDeclined" | "meetingRequestWithdrawn" | "meetingRequestExpired";
type SlotKind = "meetingCancelled" | "meetingMissed";

/** Who is to be told: all people of an organization, or one of them. */
export interface Audience {
  readonly organizationId: string;
  readonly representativeId?: string;
}

/** Something to say, before names are known: `other` is the organization whose name the sentence needs. */
export interface Notice {
  readonly to: Audience;
  readonly other?: string;
  readonly content: Unnamed<NotificationContent>;
}

type Unnamed<Content> = Content extends { other: unknown } ? Omit<Content, "other"> : Content;

/** For events from before matchmaking said itself what to announce: the best few of one change. */
const WORTH_TELLING = { score: 0.35, atOnce: 3 } as const;

function announcedIn({ entered, updated, announced }: ListChange): Recommendation[] {
  const strong = entered.filter(({ score }) => score >= WORTH_TELLING.score);
  const said = [...entered, ...updated].filter(({ organizationId }) => announced?.includes(organizationId));
  const chosen = announced === undefined ? strong : said;
  const bestFirst = chosen.toSorted((a, b) => b.score - a.score);
  return announced === undefined ? bestFirst.slice(0, WORTH_TELLING.atOnce) : bestFirst;
}

interface ListChange {
  readonly entered: readonly Recommendation[];
  readonly updated: readonly Recommendation[];
  readonly announced?: readonly string[] | undefined;
}

const silent = (): Notice[] => [];

interface Requested {
  meetingId: string;
  requester: { organizationId: string; representativeId: string };
  recipientOrganizationId: string;
}
interface Scheduled {
  meetingId: string;
  requester: { organizationId: string; representativeId: string };
  recipient: { organizationId: string; representativeId: string };
  slotId: string;
  startsAt: string;
  scheduleRunId?: string | undefined;
}

const toRequester =
  (kind: MeetingKind) =>
  (data: Requested): Notice => ({
    to: data.requester,
    other: data.recipientOrganizationId,
    content: { kind, meetingId: data.meetingId },
  });
const toRecipients =
  (kind: MeetingKind) =>
  (data: Requested): Notice => ({
    to: { organizationId: data.recipientOrganizationId },
    other: data.requester.organizationId,
    content: { kind, meetingId: data.meetingId },
  });

/**
 * Both organizations, colleagues included, so that nobody waits at the booth for a meeting that a colleague moved. Silent
 * for what a schedule run books or takes back: `schedule-announced` tells each person once for all of it.
 */
const toBothSides = (data: Scheduled, content: Notice["content"]): Notice[] =>
  data.scheduleRunId !== undefined
    ? []
    : [
        { to: { organizationId: data.requester.organizationId }, other: data.recipient.organizationId, content },
        { to: { organizationId: data.recipient.organizationId }, other: data.requester.organizationId, content },
      ];
const aboutSlot =
  (kind: SlotKind) =>
  ({ data }: Envelope<string, Scheduled>) =>
    toBothSides(data, { kind, meetingId: data.meetingId, slotId: data.slotId, startsAt: data.startsAt });
const aboutPlace =
  (kind: "meetingScheduled" | "meetingRescheduled") =>
  ({ data }: Envelope<string, Scheduled & { place: { code: string } }>) =>
    toBothSides(data, {
      kind,
      meetingId: data.meetingId,
      slotId: data.slotId,
      startsAt: data.startsAt,
      placeCode: data.place.code,
    });

const toParties = (organizationIds: readonly string[], content: Notice["content"]): Notice[] =>
  organizationIds.map((organizationId) => ({ to: { organizationId }, content }));

/** What people are told when something happens. */
const noticesByEvent: EventTable<Notice[]> = {
  "registry.organization-registered.v1": silent,
  "registry.organization-changed.v1": silent,
  "registry.organization-verified.v1": ({ data: { organizationId } }) =>
    toParties([organizationId], { kind: "organizationVerified", organizationId }),
  "registry.organization-rejected.v1": ({ data: { organizationId, reason } }) =>
    toParties([organizationId], { kind: "organizationRejected", organizationId, reason }),
  "registry.representative-added.v1": silent,
  "registry.representative-removed.v1": silent,
  "registry.offer-published.v1": silent,
  "registry.offer-withdrawn.v1": silent,
  "registry.need-published.v1": silent,
  "registry.need-withdrawn.v1": silent,
  "registry.account-opened.v1": silent,
  "registry.role-granted.v1": silent,
  "registry.role-revoked.v1": silent,
  "registry.sessions-ended.v1": silent,

  "venue.fair-planned.v1": silent,
  "venue.fair-rules-changed.v1": silent,
  "venue.hall-added.v1": silent,
  "venue.zone-added.v1": silent,
  "venue.booths-laid-out.v1": silent,
  "venue.booth-planned.v1": silent,
  "venue.booth-held.v1": silent,
  "venue.booth-assigned.v1": ({ data: { organizationId, boothId, code } }) =>
    toParties([organizationId], { kind: "boothAssigned", boothId, code }),
  "venue.booth-released.v1": ({ data: { organizationId, boothId, code, reason } }) =>
    toParties([organizationId], { kind: "boothReleased", boothId, code, reason }),
  "venue.booth-blocked.v1": silent,
  "venue.booth-unblocked.v1": silent,

  "matchmaking.recommendations-changed.v1": ({ data }) =>
    announcedIn(data).map(({ organizationId, score, reasons }) => ({
      to: { organizationId: data.organizationId },
      other: organizationId,
      content: { kind: "matchAppeared", score, reasons },
    })),
  "matchmaking.preference-noted.v1": silent,
  "matchmaking.meeting-requested.v1": ({ data }) => [
    {
      to: { organizationId: data.recipientOrganizationId },
      other: data.requester.organizationId,
      content: {
        kind: "meetingRequested",
        meetingId: data.meetingId,
        proposedSlotIds: data.proposedSlotIds,
        expiresAt: data.expiresAt,
      },
    },
  ],
  "matchmaking.meeting-request-declined.v1": ({ data }) => [toRequester("meetingRequestDeclined")(data)],
  "matchmaking.meeting-request-withdrawn.v1": ({ data }) => [toRecipients("meetingRequestWithdrawn")(data)],
  "matchmaking.meeting-request-expired.v1": ({ data }) => [
    toRequester("meetingRequestExpired")(data),
    toRecipients("meetingRequestExpired")(data),
  ],
  "matchmaking.meeting-scheduled.v1": aboutPlace("meetingScheduled"),
  "matchmaking.meeting-rescheduled.v1": aboutPlace("meetingRescheduled"),
  "matchmaking.meeting-cancelled.v1": aboutSlot("meetingCancelled"),
  "matchmaking.meeting-reopened.v1": silent, // told by schedule-announced
  "matchmaking.meeting-checked-in.v1": silent, // the other side's open screen shows it
  "matchmaking.meeting-held.v1": silent,
  "matchmaking.meeting-missed.v1": aboutSlot("meetingMissed"),
  "matchmaking.slot-freed.v1": ({ data }) =>
    data.wantedBy.map(({ meetingId, organizationId, representativeId }) => ({
      to: { organizationId, representativeId },
      other: data.organizationId,
      content: { kind: "slotFreed", meetingId, slotId: data.slotId, startsAt: data.startsAt },
    })),
  "matchmaking.schedule-run-started.v1": silent,
  "matchmaking.schedule-run-progressed.v1": silent,
  "matchmaking.schedule-run-finished.v1": silent,
  "matchmaking.schedule-run-interrupted.v1": silent,
  "matchmaking.schedule-run-failed.v1": silent,
  "matchmaking.schedule-run-discarded.v1": silent,
  "matchmaking.schedule-run-publication-started.v1": silent,
  "matchmaking.schedule-run-published.v1": silent,
  "matchmaking.schedule-run-undo-started.v1": silent,
  "matchmaking.schedule-run-undone.v1": silent,
  "matchmaking.schedule-announced.v1": ({ data: { runId, organizationId, about, people } }) =>
    people.map(({ representativeId, ...counts }) => ({
      to: { organizationId, representativeId },
      content: { kind: about === "published" ? "schedulePublished" : "scheduleUndone", runId, ...counts },
    })),

  "ceremonies.agreement-drafted.v1": silent,
  "ceremonies.agreement-revised.v1": silent,
  "ceremonies.agreement-sent.v1": ({ data: { partyOrganizationIds, agreementId, terms } }) =>
    toParties(partyOrganizationIds, { kind: "agreementSent", agreementId, title: terms.title }),
  "ceremonies.agreement-party-released.v1": silent,
  "ceremonies.agreement-released.v1": ({ data: { partyOrganizationIds, agreementId, terms } }) =>
    toParties(partyOrganizationIds, { kind: "agreementReleased", agreementId, title: terms.title }),
  "ceremonies.agreement-rejected.v1": ({ data: { partyOrganizationIds, agreementId, title } }) =>
    toParties(partyOrganizationIds, { kind: "agreementRejected", agreementId, title }),
  "ceremonies.agreement-voided.v1": silent,
  "ceremonies.agreement-completed.v1": silent, // the certificate tells it
  "ceremonies.ceremony-planned.v1": silent,
  "ceremonies.run-of-show-set.v1": silent,
  "ceremonies.ceremony-opened.v1": ({ data: { partyOrganizationIds, ceremonyId, title, stage } }) =>
    toParties(partyOrganizationIds, { kind: "ceremonyOpened", ceremonyId, title, stage }),
  "ceremonies.item-called.v1": silent,
  "ceremonies.signature-recorded.v1": silent,
  "ceremonies.copies-exchanged.v1": silent,
  "ceremonies.plaque-conferred.v1": silent,
  "ceremonies.item-photographed.v1": silent,
  "ceremonies.item-completed.v1": silent,
  "ceremonies.item-skipped.v1": silent,
  "ceremonies.ceremony-completed.v1": silent,
  "ceremonies.ceremony-aborted.v1": silent,
  "ceremonies.certificate-issued.v1": ({ data: { partyOrganizationIds, certificateId, verificationCode } }) =>
    toParties(partyOrganizationIds, { kind: "certificateIssued", certificateId, verificationCode }),

  "gateway.notification-raised.v1": silent,
};

export const noticesOf = (event: Envelope): Notice[] => lookUp(noticesByEvent, event) ?? [];
