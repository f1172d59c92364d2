import type { MeetingSide } from "@rialto/contracts/matchmaking/events";
import type { Explanation } from "@rialto/scheduling/explain/explain-schedule";
import type { Placement } from "@rialto/scheduling/model/result";
import type { ComparedPerson, ProposedMeeting, UnscheduledWish, Wish } from "../domain/schedule-items.ts";
import type { FairProblem } from "./build-problem.ts";
import type { ScheduleFacts } from "./facts.ts";
import { admissionSentence, missedSentence, type SaidNames, sentenceOf } from "./reason-sentences.ts";

/** Names for sentences; an id that is nobody's any more stays as it is. */
export function saidNames({ organizations, booths }: ScheduleFacts): SaidNames {
  const people = new Map(
    [...organizations.values()].flatMap(({ representatives }) => representatives.map((one) => [one.representativeId, one.name])),
  );
  const codes = new Map(booths.map(({ boothId, code }) => [boothId, code]));
  return {
    party(id, language) {
      const name = organizations.get(id)?.profile.name ?? people.get(id);
      return name?.[language] ?? name?.en ?? name?.zh ?? id;
    },
    booth: (id) => codes.get(id) ?? id,
  };
}

/** Who comes for each side of a wish, from the people that the engine chose in the order of its parties. */
export function sidesOf(
  wish: Wish,
  people: readonly string[],
  facts: ScheduleFacts,
): Record<"requester" | "recipient", MeetingSide> {
  const belongs = (organizationId: string) => {
    const own = facts.organizations.get(organizationId)?.representatives ?? [];
    const representativeId = people.find((id) => own.some((one) => one.representativeId === id));
    if (representativeId === undefined) throw new Error(`nobody of ${organizationId} is in meeting ${wish.meetingId}`);
    return { organizationId, representativeId };
  };
  return { requester: belongs(wish.requesterOrganizationId), recipient: belongs(wish.recipientOrganizationId) };
}

/** The meetings of the plan that are not booked yet, in the order of time. */
export function proposedMeetings(
  facts: ScheduleFacts,
  { wishes }: FairProblem,
  placements: readonly Placement[],
): ProposedMeeting[] {
  const order = new Map(facts.fair.slots.map(({ slotId }, index) => [slotId, index]));
  const rank = ({ slotId }: { slotId: string }) => order.get(slotId) ?? order.size;
  return placements
    .flatMap(({ meetingId, slotId, locationId, representativeIds }) => {
      const wish = wishes.get(meetingId);
      if (wish === undefined) return [];
      const { source, weight } = wish;
      return [{ meetingId, source, weight, ...sidesOf(wish, representativeIds, facts), slotId, boothId: locationId }];
    })
    .sort((a, b) => rank(a) - rank(b) || (a.meetingId < b.meetingId ? -1 : 1));
}

const noPlace = {
  en: "neither side has a booth, so there is no place to meet",
  zh: "双方都没有展位，没有洽谈地点",
};

/** The wishes without a place, heaviest first. */
export function unscheduledWishes(facts: ScheduleFacts, fair: FairProblem, explanation: Explanation): UnscheduledWish[] {
  const names = saidNames(facts);
  const explained = explanation.unscheduled.flatMap(({ meetingId, reason, admittedBy }) => {
    const wish = fair.wishes.get(meetingId);
    if (wish === undefined) return [];
    const wouldFitIf = admittedBy === null ? {} : { wouldFitIf: admissionSentence(admittedBy, names) };
    return [{ ...withoutPerson(wish), code: reason.code, reason: sentenceOf(reason, names), ...wouldFitIf }];
  });
  const placeless = fair.placeless.map((wish) => ({ ...withoutPerson(wish), code: "NO_MEETING_PLACE", reason: noPlace }));
  return [...explained, ...placeless].sort((a, b) => b.weight - a.weight || (a.meetingId < b.meetingId ? -1 : 1));
}

function withoutPerson({ requesterRepresentativeId: _, ...wish }: Wish) {
  return wish;
}

/** Every person who is concerned, today and in the plan; those whose organization got least of what was possible first. */
export function comparedPeople(
  facts: ScheduleFacts,
  fair: FairProblem,
  proposed: readonly ProposedMeeting[],
  { people: explained }: Explanation,
): ComparedPerson[] {
  const before = countPeople(facts.confirmed);
  const added = countPeople(proposed);
  const wished = countOrganizations([...fair.wishes.values(), ...fair.placeless]);
  const got = countOrganizations(
    proposed.map(({ requester, recipient }) => ({
      requesterOrganizationId: requester.organizationId,
      recipientOrganizationId: recipient.organizationId,
    })),
  );
  const byParty = new Map(explained.map((one) => [one.partyId, one]));
  const compared = fair.problem.participants.flatMap(({ id, organizationId }) => {
    // A stand-in for a confirmed meeting is nobody.
    if (organizationId === undefined) return [];
    const results = [organizationId, id].flatMap((party) => byParty.get(party) ?? []);
    const missed = results.flatMap((one) => one.missed).filter(({ count }) => count > 0);
    const [own, had] = [wished.get(organizationId) ?? 0, got.get(organizationId) ?? 0];
    const room = byParty.get(organizationId)?.possible ?? own;
    const person = {
      organizationId,
      representativeId: id,
      before: before.get(id) ?? 0,
      after: (before.get(id) ?? 0) + (added.get(id) ?? 0),
      organization: { wished: own, got: had, possible: Math.max(had, Math.min(own, room)) },
      ...(missed.length === 0 || had >= own ? {} : { because: missedSentence(missed) }),
    };
    return [person];
  });
  const shortfall = ({ organization: { got: had, possible } }: ComparedPerson) => possible - had;
  return compared.sort(
    (a, b) => shortfall(b) - shortfall(a) || a.after - b.after || (a.representativeId < b.representativeId ? -1 : 1),
  );
}

function countPeople(
  meetings: readonly { readonly requester: MeetingSide; readonly recipient: MeetingSide }[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { requester, recipient } of meetings) {
    for (const { representativeId } of [requester, recipient])
      counts.set(representativeId, (counts.get(representativeId) ?? 0) + 1);
  }
  return counts;
}

function countOrganizations(
  wishes: readonly { readonly requesterOrganizationId: string; readonly recipientOrganizationId: string }[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { requesterOrganizationId, recipientOrganizationId } of wishes) {
    for (const id of [requesterOrganizationId, recipientOrganizationId]) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

const longest = 41;

/** How many people have 0, 1, 2, ... meetings; the last entry counts all beyond. */
export function distributionOf(counts: readonly number[]): number[] {
  const distribution = new Array<number>(Math.min(longest, Math.max(0, ...counts) + 1)).fill(0);
  for (const count of counts) {
    const at = Math.min(count, longest - 1);
    distribution[at] = (distribution[at] ?? 0) + 1;
  }
  return distribution;
}
