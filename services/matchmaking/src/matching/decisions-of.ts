import type { SideName } from "@rialto/contracts/matchmaking/events";
import type { Decision, DecisionKind } from "@rialto/matching/live/decision";
import type { ExistingMeeting } from "../domain/meeting.ts";

/** What the engine learns from a meeting and the request that it was. */
export interface MeetingNews {
  readonly meetingId: string;
  readonly fairId: string;
  readonly requesterId: string;
  readonly recipientId: string;
  readonly status: ExistingMeeting["status"];
  /** False: a schedule run booked it without a request. */
  readonly wasAskedFor: boolean;
  /** Booked by a schedule run, and nobody has changed it since: nobody has said yes. */
  readonly isByRun: boolean;
  readonly noShows: readonly SideName[];
}

export interface Told {
  /** Names what was told, so that it is told once for each meeting. */
  readonly what: DecisionKind | "arranged";
  readonly decision: Decision;
}

const booked = new Set<MeetingNews["status"]>(["scheduled", "held", "missed", "cancelled"]);
const ended = new Set<MeetingNews["status"]>(["missed", "cancelled"]);

/** Both sides are busy with it, and seats are taken. */
export const isTaken = ({ status }: MeetingNews): boolean => status === "scheduled" || status === "held";

/**
 * What people have decided in this meeting so far, in the order in which they did. It follows from the meeting's present
 * state alone, so that a replica that reads it once learns the same as one that saw every step.
 */
export function decisionsOf(meeting: MeetingNews): Told[] {
  const { requesterId, recipientId, status, wasAskedFor, isByRun, noShows } = meeting;
  const asks = (kind: DecisionKind): Decision => ({ actorId: requesterId, targetId: recipientId, kind });
  const answers = (kind: DecisionKind): Decision => ({ actorId: recipientId, targetId: requesterId, kind });
  const told: Told[] = [];
  if (wasAskedFor) told.push({ what: "requested", decision: asks("requested") });
  if (status === "declined") told.push({ what: "declined", decision: answers("declined") });
  if (booked.has(status)) told.push(arrangement(isByRun || !wasAskedFor, asks, answers));
  for (const side of noShows) told.push({ what: "noShow", decision: side === "requester" ? asks("noShow") : answers("noShow") });
  if (ended.has(status)) told.push({ what: "cancelled", decision: asks("cancelled") });
  return told;
}

/** The engine's "held" says nothing about anybody's wishes and takes the pair off the lists. */
const arrangement = (
  isByRun: boolean,
  asks: (kind: DecisionKind) => Decision,
  answers: (kind: DecisionKind) => Decision,
): Told => (isByRun ? { what: "arranged", decision: asks("held") } : { what: "accepted", decision: answers("accepted") });
