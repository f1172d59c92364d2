import { pairClaim, personClaim, quotaClaim, seatClaim } from "./claims.ts";
import { later } from "./fair.ts";
import {
  type BookedByRun,
  type ExistingMeeting,
  isBooked,
  type Meeting,
  type MeetingEvent,
  type PendingRequest,
  type ScheduledMeeting,
} from "./meeting.ts";
import { tallyOf } from "./tally.ts";

type Data<Type extends MeetingEvent["type"]> = Extract<MeetingEvent, { type: Type }>["data"];
type Scheduling = Data<"matchmaking.meeting-scheduled.v1"> | Data<"matchmaking.meeting-rescheduled.v1">;

const unhandled = (event: never): never => {
  throw new Error(`evolve ignores ${JSON.stringify(event)}`);
};

/** Copies the facts of an event into the state, and what follows from them: the claims it now holds, what it counts as. Never judges. */
export function evolveMeeting(state: Meeting, event: MeetingEvent): ExistingMeeting {
  const next = factsAfter(state, event);
  const { status } = next;
  const where = isBooked(next) ? { slotId: next.slotId, zoneId: next.place.zoneId } : {};
  return { ...next, tally: tallyOf({ status, ...where }) };
}

function factsAfter(state: Meeting, event: MeetingEvent): ExistingMeeting {
  switch (event.type) {
    case "matchmaking.meeting-requested.v1":
      return requested(event.data);
    case "matchmaking.meeting-request-declined.v1":
      return { ...releasedRequest(pending(state)), status: "declined", reason: event.data.reason };
    case "matchmaking.meeting-request-withdrawn.v1":
      return { ...releasedRequest(pending(state)), status: "withdrawn", by: event.data.by ?? "requester" };
    case "matchmaking.meeting-request-expired.v1":
      return { ...releasedRequest(pending(state)), status: "expired" };
    case "matchmaking.meeting-scheduled.v1":
      return scheduled(asked(state, event.data), event.data, event.data.scheduledAt);
    case "matchmaking.meeting-rescheduled.v1":
      return scheduled(active(state), event.data, event.data.rescheduledAt);
    case "matchmaking.meeting-reopened.v1":
      return reopened(booked(state), event.data.quotaNumber);
    case "matchmaking.meeting-checked-in.v1":
      return { ...booked(state), checkedIn: [...booked(state).checkedIn, event.data.side] };
    case "matchmaking.meeting-held.v1":
      return { ...booked(state), status: "held", heldAt: event.data.heldAt, active: true, claims: bookedClaims(booked(state)) };
    case "matchmaking.meeting-missed.v1":
      return { ...releasedMeeting(booked(state)), status: "missed", noShows: event.data.noShows };
    case "matchmaking.meeting-cancelled.v1":
      return {
        ...releasedMeeting(booked(state)),
        status: "cancelled",
        by: event.data.by,
        reason: event.data.reason,
        ...droppedByRun(event.data),
      };
    default:
      return unhandled(event);
  }
}

function requested(data: Data<"matchmaking.meeting-requested.v1">): PendingRequest {
  const { requester, recipientOrganizationId, quotaNumber } = data;
  return {
    ...data,
    status: "pending",
    organizationIds: [requester.organizationId, recipientOrganizationId],
    representativeIds: [requester.representativeId],
    tally: "",
    active: true,
    claims: [quotaClaim(requester.representativeId, quotaNumber), pairClaim(requester.organizationId, recipientOrganizationId)],
  };
}

/** What a schedule run books without a request is its own request: the one slot, until it begins. */
function asked(state: Meeting, data: Data<"matchmaking.meeting-scheduled.v1">): PendingRequest | ScheduledMeeting {
  if (state.status !== "none") return active(state);
  const { meetingId, fairId, requester, recipient, slotId, scheduledAt, startsAt } = data;
  const request = { meetingId, fairId, requester, recipientOrganizationId: recipient.organizationId };
  return requested({
    ...request,
    proposedSlotIds: [slotId],
    quotaNumber: 0,
    requestedAt: scheduledAt,
    expiresAt: startsAt,
  });
}

/** The request as it was before it was booked, under a number that is free now. */
function reopened(state: ScheduledMeeting, quotaNumber: number): PendingRequest {
  const { recipient: _recipient, slotId: _slot, startsAt: _start, endsAt: _end, place: _place, ...rest } = state;
  const { checkedIn: _checkedIn, awaitedFrom: _awaited, byRun: _run, status: _status, ...request } = rest;
  return requested({ ...request, proposedSlotIds: [...request.proposedSlotIds], quotaNumber });
}

function scheduled(state: PendingRequest | ScheduledMeeting, data: Scheduling, at: string): ScheduledMeeting {
  const { requester, recipient, slotId, startsAt, endsAt, place } = data;
  const booking = { requester, recipient, slotId, startsAt, endsAt, place };
  return {
    ...state,
    ...booking,
    status: "scheduled",
    representativeIds: [requester.representativeId, recipient.representativeId],
    checkedIn: [],
    awaitedFrom: later(startsAt, at),
    byRun: runOf(data),
    active: true,
    claims: [...bookedClaims(booking), pairClaim(requester.organizationId, recipient.organizationId)],
  };
}

/** A repair that gave a meeting up finds its own work again when it is resumed. */
const droppedByRun = ({ scheduleRunId }: Data<"matchmaking.meeting-cancelled.v1">) =>
  scheduleRunId === undefined ? {} : { byRun: { runId: scheduleRunId } };

/** The run whose work this is; once it is moved back, it is nobody's. */
function runOf(data: Scheduling): BookedByRun | undefined {
  if (data.scheduleRunId === undefined || ("undo" in data && data.undo)) return undefined;
  return { runId: data.scheduleRunId, ...("previous" in data ? { movedFrom: data.previous } : {}) };
}

/** Two people and a seat, for one slot. */
const bookedClaims = ({
  requester,
  recipient,
  place,
  slotId,
}: Pick<ScheduledMeeting, "requester" | "recipient" | "place" | "slotId">) => [
  personClaim(requester.representativeId, slotId),
  personClaim(recipient.representativeId, slotId),
  seatClaim(place.boothId, place.seat, slotId),
];

function releasedRequest({ claims: _, ...rest }: PendingRequest) {
  return { ...rest, active: false as const };
}

function releasedMeeting({ claims: _, ...rest }: ScheduledMeeting) {
  return { ...rest, active: false as const };
}

function active(state: Meeting): PendingRequest | ScheduledMeeting {
  if (state.status !== "pending" && state.status !== "scheduled") throw new Error(`not an open matter: ${state.status}`);
  return state;
}

function pending(state: Meeting): PendingRequest {
  if (state.status !== "pending") throw new Error(`not a pending request: ${state.status}`);
  return state;
}

function booked(state: Meeting): ScheduledMeeting {
  if (state.status !== "scheduled") throw new Error(`not a scheduled meeting: ${state.status}`);
  return state;
}
