import { derivedId } from "@rialto/contracts/kernel/ids";
import type { Preference } from "@rialto/contracts/matchmaking/events";
import type { ScheduleWishes } from "@rialto/contracts/matchmaking/schedule-run-values";
import type { Wish } from "./schedule-items.ts";

/** How much a wish counts. What somebody said weighs more than what was only computed. */
export const wishWeights = { mustMeetMutual: 10, request: 8, mutual: 7, mustMeet: 5, meet: 3, recommended: 3 } as const;

export interface WishFacts {
  readonly fairId: string;
  readonly requests: readonly {
    readonly meetingId: string;
    readonly requester: { readonly organizationId: string; readonly representativeId: string };
    readonly recipientOrganizationId: string;
  }[];
  readonly preferences: readonly {
    readonly organizationId: string;
    readonly aboutOrganizationId: string;
    readonly preference?: Preference;
  }[];
  readonly recommended: readonly { readonly one: string; readonly other: string; readonly score: number }[];
  /** Pairs that have a meeting already. */
  readonly settled: ReadonlySet<string>;
  /** Pairs of which one side has declined the other: only both sides' own wish outweighs that. */
  readonly declined: ReadonlySet<string>;
  /** Whether two organizations may meet at all: both admitted, of different roles. */
  readonly mayMeet: (one: string, other: string) => boolean;
}

export const pairOf = (one: string, other: string): string => [one, other].sort().join(":");

/** The id that the meeting of two organizations gets when a run books it without a request. Publishing again meets it again. */
export const meetingIdOfWish = (runId: string, one: string, other: string): string =>
  derivedId("schedule-booking", runId, pairOf(one, other));

/**
 * What a run tries to hold: each pair once, by its weightiest reason. Whoever said no thanks is never met, and who has a
 * meeting already needs no other.
 */
export function wishesOf(runId: string, facts: WishFacts, chosen: ScheduleWishes): Wish[] {
  const said = new Map(
    facts.preferences.map(({ organizationId, aboutOrganizationId, preference }) => [
      `${organizationId}>${aboutOrganizationId}`,
      preference,
    ]),
  );
  const saidOf = (one: string, other: string) => said.get(`${one}>${other}`);
  const open = (one: string, other: string) =>
    !facts.settled.has(pairOf(one, other)) &&
    facts.mayMeet(one, other) &&
    saidOf(one, other) !== "noThanks" &&
    saidOf(other, one) !== "noThanks";
  const found = new Map<string, Wish>();
  const offer = (wish: Wish) => {
    const { requesterOrganizationId: one, recipientOrganizationId: other } = wish;
    if (open(one, other) && !found.has(pairOf(one, other))) found.set(pairOf(one, other), wish);
  };
  // A request comes first whatever its pair also said: it is its document that is booked.
  for (const request of facts.requests) offer(ofRequest(request, saidOf));
  for (const wish of ofPreferences(runId, facts, chosen, saidOf)) offer(wish);
  for (const { one, other, score } of facts.recommended) {
    if (facts.declined.has(pairOf(one, other))) continue;
    offer(ofPair(runId, one, other, "recommendation", wishWeights.recommended * score));
  }
  // Two organizations have one open matter at a time: where requests are left alone, their pairs are too.
  const taken = [...found].filter(([, { source }]) => chosen.requests || source !== "request");
  // In an order that no id of this run decides: the same wishes and seed give the same plan.
  return taken.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, wish]) => wish);
}

type SaidOf = (one: string, other: string) => Preference | undefined;

function ofRequest({ meetingId, requester, recipientOrganizationId }: WishFacts["requests"][number], saidOf: SaidOf): Wish {
  const { organizationId, representativeId } = requester;
  const [own, other] = [saidOf(organizationId, recipientOrganizationId), saidOf(recipientOrganizationId, organizationId)];
  return {
    meetingId,
    source: "request",
    weight: Math.max(wishWeights.request, weightOf(own, other)),
    requesterOrganizationId: organizationId,
    recipientOrganizationId,
    requesterRepresentativeId: representativeId,
  };
}

function ofPreferences(runId: string, facts: WishFacts, { preferences }: ScheduleWishes, saidOf: SaidOf): Wish[] {
  if (preferences === "none") return [];
  return facts.preferences.flatMap(({ organizationId: own, aboutOrganizationId: other, preference }) => {
    if (preference === undefined || preference === "noThanks") return [];
    const theirs = saidOf(other, own);
    if (theirs === undefined && (preferences === "mutual" || facts.declined.has(pairOf(own, other)))) return [];
    return [ofPair(runId, own, other, "preference", weightOf(preference, theirs))];
  });
}

function weightOf(own: Preference | undefined, other: Preference | undefined): number {
  const [some, must] = [own ?? other, own === "mustMeet" || other === "mustMeet"];
  if (some === undefined || some === "noThanks") return 0;
  if (own !== undefined && other !== undefined) return must ? wishWeights.mustMeetMutual : wishWeights.mutual;
  return must ? wishWeights.mustMeet : wishWeights.meet;
}

const ofPair = (runId: string, own: string, other: string, source: Wish["source"], weight: number): Wish => ({
  meetingId: meetingIdOfWish(runId, own, other),
  source,
  weight,
  requesterOrganizationId: own,
  recipientOrganizationId: other,
});
