import type { MeetingView } from "@rialto/contracts/matchmaking/views";
import { type Actor, organizationOf, personOf, standingOf } from "../domain/actor.ts";
import { type ExistingMeeting, isBooked, type Meeting } from "../domain/meeting.ts";
import type { Organization } from "../domain/organization.ts";
import { type Organizations, organizationsByIds } from "../store/organizations.ts";

export interface VersionedMeeting {
  readonly version: number;
  readonly state: Meeting;
}

/** Meetings as this caller is shown them, with names. Refuses MEETING_NOT_FOUND for what the caller may not know of. */
export async function presentMeetings(
  organizations: Organizations,
  actor: Actor,
  meetings: readonly VersionedMeeting[],
): Promise<MeetingView[]> {
  const existing = meetings.map(({ version, state }) => ({ version, ...standingOf(state, actor) }));
  const known = await organizationsByIds(
    organizations,
    existing.flatMap(({ meeting }) => meeting.organizationIds),
  );
  return existing.map(({ version, meeting, side }) => ({
    ...viewOf(meeting, known),
    version,
    ...(side === undefined ? {} : { yourSide: side }),
  }));
}

export async function presentMeeting(
  organizations: Organizations,
  actor: Actor,
  meeting: VersionedMeeting,
): Promise<MeetingView> {
  const [view] = await presentMeetings(organizations, actor, [meeting]);
  return view as MeetingView;
}

type Known = ReadonlyMap<string, Organization>;

function viewOf(meeting: ExistingMeeting, known: Known): Omit<MeetingView, "version"> {
  const { meetingId, fairId, status, proposedSlotIds, message, requestedAt, expiresAt } = meeting;
  return {
    meetingId,
    fairId,
    status,
    requester: sideView(meeting, "requester", known),
    recipient: sideView(meeting, "recipient", known),
    proposedSlotIds: [...proposedSlotIds],
    requestedAt,
    expiresAt,
    checkedIn: isBooked(meeting) ? [...meeting.checkedIn] : [],
    noShows: meeting.status === "missed" ? [...meeting.noShows] : [],
    ...(message === undefined ? {} : { message }),
    ...bookingView(meeting),
    ...closingView(meeting),
  };
}

function bookingView(meeting: ExistingMeeting): Pick<MeetingView, "slot" | "place"> {
  if (!isBooked(meeting)) return {};
  const { slotId, startsAt, endsAt, place } = meeting;
  return { slot: { slotId, startsAt, endsAt }, place };
}

function closingView(meeting: ExistingMeeting): Pick<MeetingView, "reason" | "closedBy"> {
  const reason = "reason" in meeting && meeting.reason !== undefined ? { reason: meeting.reason } : {};
  return "by" in meeting ? { ...reason, closedBy: meeting.by } : reason;
}

function sideView(meeting: ExistingMeeting, side: "requester" | "recipient", known: Known): MeetingView["requester"] {
  const organizationId = organizationOf(meeting, side);
  const { profile, representatives = [] } = known.get(organizationId) ?? {};
  const representativeId = personOf(meeting, side);
  const name = representatives.find((person) => person.representativeId === representativeId)?.name;
  return {
    organizationId,
    ...(profile === undefined ? {} : { name: profile.name, country: profile.country, role: profile.role }),
    ...(representativeId === undefined ? {} : { person: { representativeId, ...(name === undefined ? {} : { name }) } }),
  };
}
