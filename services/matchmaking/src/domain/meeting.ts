import type { DraftOf } from "@rialto/contracts/kernel/event";
import type {
  MeetingPlace,
  MeetingSide,
  meetingCancelled,
  meetingCheckedIn,
  meetingHeld,
  meetingMissed,
  meetingReopened,
  meetingRequestDeclined,
  meetingRequestExpired,
  meetingRequested,
  meetingRequestWithdrawn,
  meetingRescheduled,
  meetingScheduled,
  SideName,
} from "@rialto/contracts/matchmaking/events";

export type MeetingEvent =
  | DraftOf<typeof meetingRequested>
  | DraftOf<typeof meetingRequestDeclined>
  | DraftOf<typeof meetingRequestWithdrawn>
  | DraftOf<typeof meetingRequestExpired>
  | DraftOf<typeof meetingScheduled>
  | DraftOf<typeof meetingRescheduled>
  | DraftOf<typeof meetingCancelled>
  | DraftOf<typeof meetingReopened>
  | DraftOf<typeof meetingCheckedIn>
  | DraftOf<typeof meetingHeld>
  | DraftOf<typeof meetingMissed>;

interface Request {
  readonly meetingId: string;
  readonly fairId: string;
  readonly requester: MeetingSide;
  readonly recipientOrganizationId: string;
  readonly proposedSlotIds: readonly string[];
  readonly message?: string | undefined;
  /** 0: nobody asked, a schedule run booked it. */
  readonly quotaNumber: number;
  readonly requestedAt: string;
  readonly expiresAt: string;
  /** Both, for named queries. */
  readonly organizationIds: readonly string[];
  /** The people of it: one while it is a request, two once it is scheduled; for named queries. */
  readonly representativeIds: readonly string[];
  /** What it counts as, for the counters. */
  readonly tally: string;
}

interface Booking extends Request {
  readonly recipient: MeetingSide;
  readonly slotId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: MeetingPlace;
  readonly checkedIn: readonly SideName[];
  /** The side that has not come is late from here on: the slot's beginning, or later when it was booked later. */
  readonly awaitedFrom: string;
  /** The schedule run that booked or moved it, as long as nobody has changed it since. */
  readonly byRun?: BookedByRun | undefined;
}

export interface BookedByRun {
  readonly runId: string;
  /** Where it was before a repair moved it. */
  readonly movedFrom?: Pick<Booking, "requester" | "recipient" | "slotId" | "place"> | undefined;
}

/** Takes its claims: nobody else may hold one of them. */
interface Active {
  readonly active: true;
  readonly claims: readonly string[];
}
interface Closed {
  readonly active: false;
}

export interface NoMeeting {
  readonly status: "none";
}
export interface PendingRequest extends Request, Active {
  readonly status: "pending";
}
export interface DeclinedRequest extends Request, Closed {
  readonly status: "declined";
  readonly reason?: string | undefined;
}
export interface WithdrawnRequest extends Request, Closed {
  readonly status: "withdrawn";
  readonly by: "requester" | "system";
}
export interface ExpiredRequest extends Request, Closed {
  readonly status: "expired";
}
export interface ScheduledMeeting extends Booking, Active {
  readonly status: "scheduled";
}
/** Keeps its people and its seat, so that nobody else is sent there. */
export interface HeldMeeting extends Booking, Active {
  readonly status: "held";
  readonly heldAt: string;
}
export interface MissedMeeting extends Booking, Closed {
  readonly status: "missed";
  readonly noShows: readonly SideName[];
}
export interface CancelledMeeting extends Booking, Closed {
  readonly status: "cancelled";
  readonly by: SideName | "organizer" | "system";
  readonly reason?: string | undefined;
}

/** A meeting request and the meeting it becomes: one aggregate, one document. */
export type Meeting =
  | NoMeeting
  | PendingRequest
  | DeclinedRequest
  | WithdrawnRequest
  | ExpiredRequest
  | ScheduledMeeting
  | HeldMeeting
  | MissedMeeting
  | CancelledMeeting;

export type ExistingMeeting = Exclude<Meeting, NoMeeting>;
export type BookedMeeting = ScheduledMeeting | HeldMeeting | MissedMeeting | CancelledMeeting;

export const noMeeting: NoMeeting = { status: "none" };

export const isBooked = (meeting: Meeting): meeting is BookedMeeting => "slotId" in meeting;
