import type { Changed, Room } from "@rialto/contracts/gateway/realtime";
import type { Envelope } from "@rialto/contracts/kernel/event";
import { type EventTable, lookUp } from "./event-table.ts";

type Entity = Changed["entity"];

const floor = (fairId: string): Room => ({ kind: "floor", fairId });
const wholeFair = (fairId: string): Room => ({ kind: "fair", fairId });
const stage = (fairId: string): Room => ({ kind: "stage", fairId });
const organization = (fairId: string, organizationId: string): Room => ({ kind: "organization", fairId, organizationId });
const organizations = (fairId: string, ids: readonly string[]) => ids.map((id) => organization(fairId, id));

const tell = (event: Envelope, entity: Entity, rooms: readonly Room[]): Changed[] =>
  rooms.map((room) => ({ room, entity, id: event.subject, version: event.seq }));

const silent = (): Changed[] => [];

type OfOneOrganization = Envelope<string, { fairId: string; organizationId: string }>;
type OfFair = Envelope<string, { fairId: string }>;
type OfMeeting = Envelope<
  string,
  { fairId: string; requester: { organizationId: string } } & (
    | { recipientOrganizationId: string }
    | { recipient: { organizationId: string }; scheduleRunId?: string | undefined }
  )
>;
type OfAgreement = Envelope<string, { fairId: string; partyOrganizationIds: string[] }>;
type OfCeremony = Envelope<string, { fairId: string; ceremonyId: string }>;

const ofOrganization = (entity: Entity) => (event: OfOneOrganization) =>
  tell(event, entity, [organization(event.data.fairId, event.data.organizationId), wholeFair(event.data.fairId)]);

const ownOnly = (entity: Entity) => (event: OfOneOrganization) =>
  tell(event, entity, [organization(event.data.fairId, event.data.organizationId)]);

const ofPlan = (event: OfFair) => tell(event, "fair", [floor(event.data.fairId), wholeFair(event.data.fairId)]);

const ofBooth = (event: OfFair) => tell(event, "booth", [floor(event.data.fairId), wholeFair(event.data.fairId)]);

const ofMeeting = (event: OfMeeting) => {
  const { data } = event;
  const recipient = "recipient" in data ? data.recipient.organizationId : data.recipientOrganizationId;
  const own = organizations(data.fairId, [data.requester.organizationId, recipient]);
  // Thousands at once when a schedule is published: screens of the whole fair follow the run instead.
  const isOneOfMany = "scheduleRunId" in data && data.scheduleRunId !== undefined;
  return tell(event, "meeting", isOneOfMany ? own : [...own, wholeFair(data.fairId)]);
};

const ofRun = (event: OfFair) => tell(event, "scheduleRun", [wholeFair(event.data.fairId)]);

const ofAgreement = (event: OfAgreement) =>
  tell(event, "agreement", [...organizations(event.data.fairId, event.data.partyOrganizationIds), wholeFair(event.data.fairId)]);

const onStage = ({ data }: OfCeremony): Room => ({ kind: "ceremony", fairId: data.fairId, ceremonyId: data.ceremonyId });
const ofCeremony = (event: OfCeremony) => tell(event, "ceremony", [onStage(event), wholeFair(event.data.fairId)]);
const ofProgramme = (event: OfCeremony) =>
  tell(event, "ceremony", [onStage(event), stage(event.data.fairId), wholeFair(event.data.fairId)]);

/** Which open screens should fetch what again. They are told ids and versions only: each fetches with its own rights. */
const changesByEvent: EventTable<Changed[]> = {
  "registry.organization-registered.v1": ofOrganization("organization"),
  "registry.organization-changed.v1": ofOrganization("organization"),
  "registry.organization-verified.v1": ofOrganization("organization"),
  "registry.organization-rejected.v1": ofOrganization("organization"),
  "registry.representative-added.v1": ofOrganization("organization"),
  "registry.representative-removed.v1": ofOrganization("organization"),
  "registry.offer-published.v1": ofOrganization("offer"),
  "registry.offer-withdrawn.v1": ofOrganization("offer"),
  "registry.need-published.v1": ofOrganization("need"),
  "registry.need-withdrawn.v1": ofOrganization("need"),
  "registry.account-opened.v1": silent,
  "registry.role-granted.v1": silent,
  "registry.role-revoked.v1": silent,
  "registry.sessions-ended.v1": silent,

  "venue.fair-planned.v1": ofPlan,
  "venue.fair-rules-changed.v1": ofPlan,
  "venue.hall-added.v1": ofPlan,
  "venue.zone-added.v1": ofPlan,
  "venue.booths-laid-out.v1": silent, // each booth then speaks for itself
  "venue.booth-planned.v1": ofBooth,
  "venue.booth-held.v1": ofBooth,
  "venue.booth-assigned.v1": ofBooth,
  "venue.booth-released.v1": ofBooth,
  "venue.booth-blocked.v1": ofBooth,
  "venue.booth-unblocked.v1": ofBooth,

  "matchmaking.recommendations-changed.v1": ownOnly("recommendations"),
  "matchmaking.preference-noted.v1": ownOnly("preference"), // what one side thinks of the other is never shown to the other
  "matchmaking.meeting-requested.v1": ofMeeting,
  "matchmaking.meeting-request-declined.v1": ofMeeting,
  "matchmaking.meeting-request-withdrawn.v1": ofMeeting,
  "matchmaking.meeting-request-expired.v1": ofMeeting,
  "matchmaking.meeting-scheduled.v1": ofMeeting,
  "matchmaking.meeting-rescheduled.v1": ofMeeting,
  "matchmaking.meeting-cancelled.v1": ofMeeting,
  "matchmaking.meeting-reopened.v1": ofMeeting,
  "matchmaking.meeting-checked-in.v1": ofMeeting,
  "matchmaking.meeting-held.v1": ofMeeting,
  "matchmaking.meeting-missed.v1": ofMeeting,
  "matchmaking.slot-freed.v1": silent, // the people who wanted the slot get a notification
  "matchmaking.schedule-run-started.v1": ofRun,
  "matchmaking.schedule-run-progressed.v1": ofRun, // at most one a second
  "matchmaking.schedule-run-finished.v1": ofRun,
  "matchmaking.schedule-run-interrupted.v1": ofRun,
  "matchmaking.schedule-run-failed.v1": ofRun,
  "matchmaking.schedule-run-discarded.v1": ofRun,
  "matchmaking.schedule-run-publication-started.v1": ofRun,
  "matchmaking.schedule-run-published.v1": ofRun,
  "matchmaking.schedule-run-undo-started.v1": ofRun,
  "matchmaking.schedule-run-undone.v1": ofRun,
  "matchmaking.schedule-announced.v1": silent, // the people concerned get a notification

  "ceremonies.agreement-drafted.v1": ofAgreement,
  "ceremonies.agreement-revised.v1": ofAgreement,
  "ceremonies.agreement-sent.v1": ofAgreement,
  "ceremonies.agreement-party-released.v1": ofAgreement,
  "ceremonies.agreement-released.v1": ofAgreement,
  "ceremonies.agreement-rejected.v1": ofAgreement,
  "ceremonies.agreement-voided.v1": ofAgreement,
  "ceremonies.agreement-completed.v1": ofAgreement,
  "ceremonies.ceremony-planned.v1": ofProgramme,
  "ceremonies.run-of-show-set.v1": ofProgramme,
  "ceremonies.ceremony-opened.v1": ofProgramme,
  "ceremonies.item-called.v1": ofCeremony,
  "ceremonies.signature-recorded.v1": ofCeremony,
  "ceremonies.copies-exchanged.v1": ofCeremony,
  "ceremonies.plaque-conferred.v1": ofCeremony,
  "ceremonies.item-photographed.v1": ofCeremony,
  "ceremonies.item-completed.v1": ofCeremony,
  "ceremonies.item-skipped.v1": ofCeremony,
  "ceremonies.ceremony-completed.v1": ofProgramme,
  "ceremonies.ceremony-aborted.v1": ofProgramme,
  "ceremonies.certificate-issued.v1": (event) =>
    tell(event, "certificate", [
      ...organizations(event.data.fairId, event.data.partyOrganizationIds),
      onStage(event),
      wholeFair(event.data.fairId),
    ]),

  "gateway.notification-raised.v1": silent, // delivered by itself, see live/notification-feed.ts
};

export const changesOf = (event: Envelope): Changed[] => lookUp(changesByEvent, event) ?? [];
