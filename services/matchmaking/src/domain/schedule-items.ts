import type { LocalizedName } from "@rialto/contracts/kernel/values";
import type { MeetingPlace, MeetingSide } from "@rialto/contracts/matchmaking/events";
import type { WishSource } from "@rialto/contracts/matchmaking/schedule-run-views";

/** What the lists of a run hold: see store/run-parts.ts. */

/** Two organizations that are to meet. */
export interface Wish {
  /** The request's own, or the one that the meeting will get. */
  readonly meetingId: string;
  readonly source: WishSource;
  readonly weight: number;
  readonly requesterOrganizationId: string;
  readonly recipientOrganizationId: string;
  /** Who asked; of a request only. */
  readonly requesterRepresentativeId?: string;
}

/** Slot and booth, without the seat. */
export interface Spot {
  readonly slotId: string;
  readonly boothId: string;
}

export interface ProposedMeeting extends Spot {
  readonly meetingId: string;
  readonly source: WishSource;
  readonly weight: number;
  readonly requester: MeetingSide;
  readonly recipient: MeetingSide;
  /** Where it is now, in a repair that moves it. */
  readonly was?: Spot;
}

export interface UnscheduledWish {
  readonly meetingId: string;
  readonly source: WishSource;
  readonly weight: number;
  readonly requesterOrganizationId: string;
  readonly recipientOrganizationId: string;
  readonly code: string;
  readonly reason: LocalizedName;
  readonly wouldFitIf?: LocalizedName;
  /** Of a booked meeting that a repair gives up: where it is. */
  readonly was?: Spot;
}

export interface ComparedPerson {
  readonly organizationId: string;
  readonly representativeId: string;
  readonly before: number;
  readonly after: number;
  readonly organization: { readonly wished: number; readonly got: number; readonly possible: number };
  readonly because?: LocalizedName;
}

/** One write that a publication is to do: book, move or give up. */
export interface Booking {
  readonly meetingId: string;
  readonly requester: MeetingSide;
  readonly recipient: MeetingSide;
  /** Absent: it is given up. */
  readonly to?: { readonly slotId: string; readonly place: MeetingPlace };
  /** Of a repair: where it was booked. */
  readonly from?: Spot;
  /** Where the run had it. */
  readonly planned: Spot;
}

/** What became of a booking. */
export interface Outcome extends Booking {
  readonly done: boolean;
  /** Why not: the code of the refusal. */
  readonly code?: string;
}

/** What became of it when the publication was taken back. */
export interface Undone {
  readonly meetingId: string;
  readonly requester: MeetingSide;
  readonly recipient: MeetingSide;
  readonly result: "cancelled" | "reopened" | "movedBack" | "kept";
}

/** What publishing did otherwise than the plan said. */
export interface PublicationChange {
  readonly meetingId: string;
  readonly requesterOrganizationId: string;
  readonly recipientOrganizationId: string;
  readonly kind: "changed" | "dropped";
  readonly planned: Spot;
  readonly booked?: Spot;
  readonly code: string;
  readonly reason: LocalizedName;
}
