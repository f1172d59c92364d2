import type { MeetingInput } from "../model/problem.ts";

/** What happened since the plan was made. Several may be given at once. */
export type Change =
  /** Late, ill, called away: not there in these slots. */
  | { kind: "participantUnavailable"; participantId: string; slotIds: readonly string[] }
  | { kind: "participantAvailable"; participantId: string; slotIds: readonly string[] }
  /** The whole location, or some slots of it. */
  | { kind: "locationClosed"; locationId: string; slotIds?: readonly string[] }
  | { kind: "locationOpened"; locationId: string; slotIds?: readonly string[] }
  /** Nothing is held in the slot any more. */
  | { kind: "slotRemoved"; slotId: string }
  | { kind: "meetingsAdded"; meetings: readonly MeetingInput[] }
  /** Called off, or a party did not come: they leave the plan and the problem. */
  | { kind: "meetingsCancelled"; meetingIds: readonly string[] };
