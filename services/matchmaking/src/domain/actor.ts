import type { SideName } from "@rialto/contracts/matchmaking/events";
import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import type { ExistingMeeting, Meeting } from "./meeting.ts";
import { isBooked } from "./meeting.ts";
import { type Organization, represents } from "./organization.ts";

/** A person acting for an organization. */
export interface Participation {
  readonly organizationId: string;
  readonly representativeId: string;
}

/** Who commands, at one fair. */
export interface Actor {
  readonly fairId: string;
  readonly participations: readonly Participation[];
  readonly organizer: boolean;
}

/** The organization a person acts for. Refuses ACTING_ORGANIZATION_UNCLEAR and NOT_A_REPRESENTATIVE. */
export function actingFor(actor: Actor, organizationId: string | undefined): Participation {
  const [first, ...others] = actor.participations.filter(
    (participation) => organizationId === undefined || participation.organizationId === organizationId,
  );
  if (first === undefined) throw refuseMatchmaking("NOT_A_REPRESENTATIVE");
  if (others.length > 0) throw refuseMatchmaking("ACTING_ORGANIZATION_UNCLEAR");
  return first;
}

/** A token may be some minutes older than the news that somebody no longer acts for an organization. */
export function assertRepresents(organization: Organization | undefined, representativeId: string): void {
  if (!represents(organization, representativeId)) throw refuseMatchmaking("NOT_A_REPRESENTATIVE");
}

/** The caller's place in a meeting; an organizer may have none. */
export interface Standing {
  readonly meeting: ExistingMeeting;
  readonly side?: SideName;
  readonly participation?: Participation;
}

/** The meeting, if the caller may know of it. Refuses MEETING_NOT_FOUND for others' meetings and for those of another fair. */
export function standingOf(state: Meeting, actor: Actor): Standing {
  if (state.status === "none" || state.fairId !== actor.fairId) throw refuseMatchmaking("MEETING_NOT_FOUND");
  const sides: SideName[] = ["requester", "recipient"];
  for (const side of sides) {
    const organizationId = organizationOf(state, side);
    const participation = actor.participations.find((candidate) => candidate.organizationId === organizationId);
    if (participation !== undefined) return { meeting: state, side, participation };
  }
  if (!actor.organizer) throw refuseMatchmaking("MEETING_NOT_FOUND");
  return { meeting: state };
}

export const organizationOf = (meeting: ExistingMeeting, side: SideName): string =>
  side === "requester" ? meeting.requester.organizationId : meeting.recipientOrganizationId;

/** Who meets for a side; for the recipient only once the request is accepted. */
export function personOf(meeting: ExistingMeeting, side: SideName): string | undefined {
  if (side === "requester") return meeting.requester.representativeId;
  return isBooked(meeting) ? meeting.recipient.representativeId : undefined;
}

export const otherSide = (side: SideName): SideName => (side === "requester" ? "recipient" : "requester");
