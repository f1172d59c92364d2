/** A rule that takes part in a contradiction. All of them together cannot hold; without any one of them the rest could. */
export type ConflictItem =
  /** The meeting must be held; by itself it could be, in these slots. */
  | { code: "MUST_BE_HELD"; meetingId: string; partyIds: string[]; slotIds: string[] }
  | { code: "COMES_BEFORE"; earlierId: string; laterId: string }
  /** Meetings that can be held at once in the slot. */
  | { code: "SLOT_ROOM"; slotId: string; seats: number }
  /** Meetings that the party's people can hold in the slots. */
  | { code: "PARTY_ROOM"; partyId: string; places: number; slotIds: string[] }
  | { code: "ABSENCE"; participantId: string; slotIds: string[] }
  | { code: "LIMIT"; participantId: string; limit: "maxPerDay" | "maxInARow"; value: number }
  | { code: "LOCATION_ROOM"; locationId: string; capacity: number }
  | { code: "LOCATION_CLOSURE"; locationId: string; slotIds: string[] }
  | { code: "WALKING_TIMES" }
  /** Everything can be held, but not with breaks so even. */
  | { code: "BREAK_DIFFERENCE"; most: number }
  /** Bounds, sessions or the fixed slot of the meeting. */
  | { code: "OWN_RULES"; meetingId: string };
