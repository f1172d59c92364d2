import type { MeetingSide } from "@rialto/contracts/matchmaking/events";
import type {
  ComparedPersonView,
  ProposedMeetingView,
  PublicationChangeView,
  UnscheduledWishView,
} from "@rialto/contracts/matchmaking/schedule-run-views";
import type { z } from "zod";
import type { MatchmakingDeps } from "../deps.ts";
import type { Fair } from "../domain/fair.ts";
import type { Organization } from "../domain/organization.ts";
import type { Booth } from "../domain/place.ts";
import type { ComparedPerson, ProposedMeeting, PublicationChange, Spot, UnscheduledWish } from "../domain/schedule-items.ts";
import { organizationsByIds } from "../store/organizations.ts";

/** Names of what a page of a run's list speaks about. */
export interface Names {
  readonly fair: Fair;
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly booths: ReadonlyMap<string, Booth>;
}

/** Three reads for a page, whatever is on it. */
export async function namesFor(
  { fair, organizations, booths }: Pick<MatchmakingDeps, "fair" | "organizations" | "booths">,
  fairId: string,
  organizationIds: readonly string[],
  spots: readonly (Spot | undefined)[],
): Promise<Names> {
  const boothIds = [...new Set(spots.flatMap((spot) => spot?.boothId ?? []))];
  const [known, named, placed] = await Promise.all([
    fair(fairId),
    organizationsByIds(organizations, organizationIds),
    booths.find({ _id: { $in: boothIds } }),
  ]);
  return { fair: known, organizations: named, booths: new Map(placed.map(({ id, row }) => [id, row])) };
}

const named = ({ organizations }: Names, organizationId: string) => {
  const name = organizations.get(organizationId)?.profile?.name;
  return { organizationId, ...(name === undefined ? {} : { name }) };
};

function namedPerson(names: Names, { organizationId, representativeId }: MeetingSide) {
  const people = names.organizations.get(organizationId)?.representatives ?? [];
  const name = people.find((person) => person.representativeId === representativeId)?.name;
  return { ...named(names, organizationId), person: { representativeId, ...(name === undefined ? {} : { name }) } };
}

/** A booth that was given up since has no code any more. */
function spotView({ fair, booths }: Names, { slotId, boothId }: Spot) {
  const slot = fair.slots.find((candidate) => candidate.slotId === slotId);
  if (slot === undefined) throw new Error(`the fair has no slot ${slotId}`);
  return { slot, boothCode: booths.get(boothId)?.code ?? "" };
}

export const presentProposed = (names: Names, meeting: ProposedMeeting): z.input<typeof ProposedMeetingView> => ({
  meetingId: meeting.meetingId,
  source: meeting.source,
  weight: meeting.weight,
  requester: namedPerson(names, meeting.requester),
  recipient: namedPerson(names, meeting.recipient),
  ...spotView(names, meeting),
  ...(meeting.was === undefined ? {} : { was: spotView(names, meeting.was) }),
});

export const presentUnscheduled = (names: Names, wish: UnscheduledWish): z.input<typeof UnscheduledWishView> => ({
  meetingId: wish.meetingId,
  source: wish.source,
  weight: wish.weight,
  requester: named(names, wish.requesterOrganizationId),
  recipient: named(names, wish.recipientOrganizationId),
  code: wish.code,
  reason: wish.reason,
  ...(wish.wouldFitIf === undefined ? {} : { wouldFitIf: wish.wouldFitIf }),
});

export const presentCompared = (names: Names, person: ComparedPerson): z.input<typeof ComparedPersonView> => ({
  ...namedPerson(names, person),
  before: person.before,
  after: person.after,
  organization: person.organization,
  ...(person.because === undefined ? {} : { because: person.because }),
});

export const presentChange = (names: Names, change: PublicationChange): z.input<typeof PublicationChangeView> => ({
  meetingId: change.meetingId,
  requester: named(names, change.requesterOrganizationId),
  recipient: named(names, change.recipientOrganizationId),
  kind: change.kind,
  planned: spotView(names, change.planned),
  ...(change.booked === undefined ? {} : { booked: spotView(names, change.booked) }),
  code: change.code,
  reason: change.reason,
});
