import type { ScheduleWishes } from "@rialto/contracts/matchmaking/schedule-run-values";
import type { MatchmakingDeps } from "../deps.ts";
import { type Fair, isAfter } from "../domain/fair.ts";
import { type AdmittedOrganization, isAdmitted } from "../domain/organization.ts";
import type { Booth } from "../domain/place.ts";
import { pairOf, type WishFacts } from "../domain/wishes.ts";
import {
  type MeetingFacts,
  meetingsInStates,
  type PreferenceFacts,
  preferencesOfFair,
  type RecommendedPair,
  recommendedPairs,
} from "../store/schedule-facts.ts";

/** A meeting that is booked and still to come. */
export type ConfirmedMeeting = Required<MeetingFacts>;

/** Everything a plan of a fair is made of, as it is at one moment. */
export interface ScheduleFacts {
  readonly fair: Fair;
  readonly now: string;
  /** Admitted ones with somebody to meet for them, by id. */
  readonly organizations: ReadonlyMap<string, AdmittedOrganization>;
  readonly booths: readonly Booth[];
  readonly confirmed: readonly ConfirmedMeeting[];
  /** Meetings whose slot has begun. */
  readonly begun: readonly MeetingFacts[];
  readonly requests: readonly MeetingFacts[];
  readonly declined: readonly MeetingFacts[];
  readonly preferences: readonly PreferenceFacts[];
  readonly recommended: readonly RecommendedPair[];
}

export type FactsDeps = Pick<
  MatchmakingDeps,
  "fair" | "organizations" | "booths" | "meetings" | "preferences" | "recommendations"
>;

export async function collectFacts(
  deps: FactsDeps,
  fairId: string,
  { recommendedFrom }: Pick<ScheduleWishes, "recommendedFrom">,
  now: string,
): Promise<ScheduleFacts> {
  const fair = await deps.fair(fairId);
  const [admitted, booths, meetings, preferences, recommended] = await Promise.all([
    deps.organizations.find({ "row.status": "verified", "row.fairId": fairId }),
    deps.booths.find({ "row.fairId": fairId }),
    meetingsInStates(deps.meetings, fairId, ["pending", "scheduled", "held", "declined"]),
    preferencesOfFair(deps.preferences, fairId),
    recommendedFrom === undefined ? [] : recommendedPairs(deps.recommendations, fairId, recommendedFrom),
  ]);
  const present = admitted.flatMap(({ row }) => (isAdmitted(row) && row.representatives.length > 0 ? [row] : []));
  const isToCome = (meeting: MeetingFacts): meeting is ConfirmedMeeting => isAfter(meeting.startsAt ?? now, now);
  const booked = meetings.filter(({ status }) => status === "scheduled" || status === "held");
  const of = (status: MeetingFacts["status"]) => meetings.filter((meeting) => meeting.status === status);
  return {
    fair,
    now,
    organizations: new Map(present.map((organization) => [organization.organizationId, organization])),
    booths: booths.map(({ row }) => row),
    // Both may check in before the slot begins: what is held already keeps its people and its seat all the same.
    confirmed: booked.filter(isToCome).sort((a, b) => (a.meetingId < b.meetingId ? -1 : 1)),
    begun: booked.filter((meeting) => !isToCome(meeting)),
    requests: of("pending").filter(({ expiresAt }) => isAfter(expiresAt, now)),
    declined: of("declined"),
    preferences,
    recommended,
  };
}

/** What of the facts says who wants to meet whom. */
export function wishFacts({
  fair,
  organizations,
  confirmed,
  begun,
  requests,
  declined,
  preferences,
  recommended,
}: ScheduleFacts): WishFacts {
  const pairs = (meetings: readonly MeetingFacts[]) =>
    new Set(meetings.map(({ requester, recipientOrganizationId }) => pairOf(requester.organizationId, recipientOrganizationId)));
  const roleOf = (id: string) => organizations.get(id)?.profile.role;
  return {
    fairId: fair.fairId,
    requests,
    preferences,
    recommended,
    settled: pairs([...confirmed, ...begun]),
    declined: pairs(declined),
    mayMeet: (one, other) => roleOf(one) !== undefined && roleOf(other) !== undefined && roleOf(one) !== roleOf(other),
  };
}
