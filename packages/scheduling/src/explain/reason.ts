/** Why a meeting has no place: a code with its data. `sentences.ts` says it in English and Chinese. */
export type Reason =
  /** The parties are excluded from meeting each other. */
  | { code: "EXCLUDED"; partyIds: string[] }
  /** Its own rules (bounds, session, length, fixed slot) leave no slot. */
  | { code: "NO_OWN_SLOT" }
  /** The party is away in every slot the meeting may take. */
  | { code: "NEVER_AVAILABLE"; partyId: string }
  /** Each party is there at times, but never all at the same. */
  | { code: "NO_COMMON_SLOT"; partyIds: string[] }
  /** Its locations are closed in the slots the parties share. */
  | { code: "LOCATION_CLOSED"; locationIds: string[]; slotIds: string[] }
  /** It comes after meetings that have no place. */
  | { code: "WAITS_FOR_OTHER"; meetingIds: string[] }
  /** The meetings it comes before or after leave it no slot. */
  | { code: "ORDER_LEAVES_NO_SLOT"; meetingIds: string[] }
  /** One party is engaged in every slot they share. */
  | { code: "PARTY_FULL"; partyId: string; slotIds: string[] }
  /** Several parties are engaged in every slot they share. */
  | { code: "BOTH_FULL"; partyIds: string[]; slotIds: string[] }
  /** In every shared slot one party is engaged, not always the same. */
  | { code: "ENGAGED_IN_TURN"; partyIds: string[]; slotIds: string[] }
  /** In the slots when all are free, every location of the meeting is full. */
  | { code: "LOCATION_FULL"; locationIds: string[]; slotIds: string[] }
  /** In the slots that are left, a limit of the party is reached. */
  | { code: "LIMIT_PER_DAY"; partyId: string; limit: number; slotIds: string[] }
  | { code: "LIMIT_IN_A_ROW"; partyId: string; limit: number; slotIds: string[] }
  /** In the slots that are left, the way from or to a neighbouring meeting is too long. */
  | { code: "WALKING"; partyIds: string[]; slotIds: string[] }
  /** It would fit, but the run was stopped before it was tried. */
  | { code: "NOT_TRIED"; slotIds: string[] }
  /** Repair only: called off; gave way to a must; must not move but cannot stay. */
  | { code: "CANCELLED" }
  | { code: "GAVE_WAY"; meetingId: string }
  | { code: "PINNED_IMPOSSIBLE"; slotId: string };

export type ReasonCode = Reason["code"];

/** One thing that would have to be different. */
export type SmallChange =
  | { kind: "partyAvailable"; partyId: string; representativeId: string; slotIds: string[] }
  /** Another meeting of the party, in the way, is released. */
  | { kind: "meetingReleased"; partyId: string; meetingId: string; slotIds: string[] }
  | { kind: "seatAdded"; locationId: string; slotIds: string[] }
  | { kind: "locationOpened"; locationId: string; slotIds: string[] }
  | { kind: "limitRaised"; partyId: string; representativeId: string; limit: "maxPerDay" | "maxInARow"; to: number }
  /** A neighbouring meeting too far away is released (or held nearer). */
  | { kind: "wayShortened"; partyId: string; meetingId: string; slotIds: string[] }
  | { kind: "exclusionLifted"; partyIds: string[] }
  /** The order between the two meetings is given up. */
  | { kind: "orderDropped"; meetingId: string }
  /** The meeting's own rules allow the slot. */
  | { kind: "ownRulesRelaxed"; slotIds: string[] };

/** The smallest change that admits a meeting, and where it would then be held. */
export interface Admission {
  slotId: string;
  locationId: string;
  representativeIds: string[];
  /** All are needed together; one entry in most cases. */
  changes: SmallChange[];
}
