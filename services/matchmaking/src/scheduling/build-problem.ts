import type { ScheduleRules } from "@rialto/contracts/matchmaking/schedule-run-values";
import type { MeetingInput, ProblemInput } from "@rialto/scheduling/model/problem";
import type { Placement } from "@rialto/scheduling/model/result";
import { isAfter } from "../domain/fair.ts";
import { boothsInOrder } from "../domain/place.ts";
import type { Wish } from "../domain/schedule-items.ts";
import { dayOfSlot, usableSlots } from "../domain/usable-slots.ts";
import type { ConfirmedMeeting, ScheduleFacts } from "./facts.ts";
import { withoutContradictions } from "./without-contradictions.ts";

/** The fair in the engine's words. */
export interface FairProblem {
  readonly problem: ProblemInput;
  /** The confirmed meetings, where they are. */
  readonly confirmed: Placement[];
  /** Wishes that nobody can seat: neither side has a booth. */
  readonly placeless: readonly Wish[];
  /** The wishes of the problem, by meeting. */
  readonly wishes: ReadonlyMap<string, Wish>;
}

const open = "open";
const closed = "closed";

/**
 * Slots, people and booths of those who are concerned, the confirmed meetings where they are, and the wishes in slots that
 * the rules allow. With `movable`, confirmed meetings may be put elsewhere: for a repair.
 */
export function buildProblem(
  facts: ScheduleFacts,
  wishes: readonly Wish[],
  rules: ScheduleRules,
  { movable = false }: { readonly movable?: boolean } = {},
): FairProblem {
  const hosts = new Set(facts.booths.map(({ organizationId }) => organizationId));
  const isSeated = ({ requesterOrganizationId: a, recipientOrganizationId: b }: Wish) => hosts.has(a) || hosts.has(b);
  const seated = wishes.filter(isSeated);
  const concerned = new Set([
    ...seated.flatMap((wish) => [wish.requesterOrganizationId, wish.recipientOrganizationId]),
    ...facts.confirmed.flatMap(({ requester, recipient }) => [requester.organizationId, recipient.organizationId]),
  ]);
  // Whoever has checked in stays.
  const promised = facts.confirmed.map((one) =>
    movable && one.status === "scheduled" ? movableMeeting(one) : confirmedMeeting(one),
  );
  const problem = { ...frameOf(facts, concerned, rules), meetings: promised };
  const confirmed = facts.confirmed.map(placementOf);
  const fixed = movable ? { problem, confirmed } : withoutContradictions(problem, confirmed);
  return {
    problem: { ...fixed.problem, meetings: [...fixed.problem.meetings, ...seated.map((wish) => wishedMeeting(facts, wish))] },
    confirmed: fixed.confirmed,
    placeless: wishes.filter((wish) => !isSeated(wish)),
    wishes: new Map(seated.map((wish) => [wish.meetingId, wish])),
  };
}

/** Slots, people, booths and ways. */
function frameOf(facts: ScheduleFacts, concerned: ReadonlySet<string>, rules: ScheduleRules): Omit<ProblemInput, "meetings"> {
  const zones = new Map(facts.booths.map(({ zoneId, hallId }) => [zoneId, { id: zoneId, hallId }]));
  const { withinZone, withinHall, betweenHalls } = rules.walking;
  return {
    slots: slotsOf(facts, rules),
    participants: peopleOf(facts, concerned, rules),
    locations: boothsOf(facts, concerned),
    zones: [...zones.values()],
    walking: { withinZoneMinutes: withinZone, withinHallMinutes: withinHall, betweenHallsMinutes: betweenHalls },
  };
}

/** All that have not begun: confirmed meetings may be where wishes must not. */
function slotsOf({ fair, now }: ScheduleFacts, rules: ScheduleRules): ProblemInput["slots"] {
  const usable = new Set(usableSlots(fair, rules, now).map(({ slotId }) => slotId));
  return fair.slots
    .filter(({ startsAt }) => isAfter(startsAt, now))
    .map(({ slotId, startsAt, endsAt }) => {
      const time = slotId.slice(slotId.indexOf("-") + 1);
      const startMinute = Number(time.slice(0, 2)) * 60 + Number(time.slice(2));
      const minutes = Math.max(1, (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000 - rules.walking.withinSlot);
      return {
        id: slotId,
        day: `d${dayOfSlot(slotId)}`,
        session: usable.has(slotId) ? open : closed,
        startMinute,
        endMinute: Math.min(startMinute + minutes, 1_440),
      };
    });
}

function peopleOf(
  { organizations, confirmed }: ScheduleFacts,
  concerned: ReadonlySet<string>,
  { maxPerPersonPerDay, maxInARow }: ScheduleRules,
): ProblemInput["participants"] {
  const limits = {
    ...(maxPerPersonPerDay === undefined ? {} : { maxPerDay: maxPerPersonPerDay }),
    ...(maxInARow === undefined ? {} : { maxInARow }),
  };
  const known = [...concerned].flatMap((organizationId) =>
    (organizations.get(organizationId)?.representatives ?? []).map(
      ({ representativeId }) => [representativeId, organizationId] as const,
    ),
  );
  // Somebody who is booked counts even if the news of an organization's end has not reached the meeting yet.
  const booked = confirmed.flatMap(({ requester, recipient }) =>
    [requester, recipient].map(({ representativeId, organizationId }) => [representativeId, organizationId] as const),
  );
  return [...new Map([...known, ...booked])].map(([id, organizationId]) => ({ id, organizationId, ...limits }));
}

/** A booth has room for its confirmed meetings, even if it is smaller by now or no longer known. */
function boothsOf({ booths, confirmed }: ScheduleFacts, concerned: ReadonlySet<string>): ProblemInput["locations"] {
  const taken = new Map<string, number>();
  const most = new Map<string, number>();
  for (const { place, slotId } of confirmed) {
    const key = `${place.boothId}@${slotId}`;
    taken.set(key, (taken.get(key) ?? 0) + 1);
    most.set(place.boothId, Math.max(most.get(place.boothId) ?? 0, taken.get(key) ?? 0));
  }
  const present = booths.filter(({ organizationId }) => concerned.has(organizationId));
  const known = new Set(present.map(({ boothId }) => boothId));
  return [
    ...present.map(({ boothId, capacity, zoneId, organizationId }) => ({
      id: boothId,
      kind: "booth" as const,
      capacity: Math.max(capacity, most.get(boothId) ?? 0),
      zoneId,
      organizationId,
    })),
    ...[...most].flatMap(([id, capacity]) =>
      known.has(id) ? [] : [{ id, kind: "booth" as const, capacity, organizationId: id }],
    ),
  ];
}

const peopleIn = ({ requester, recipient }: ConfirmedMeeting): [string, string] => [
  requester.representativeId,
  recipient.representativeId,
];

const confirmedMeeting = (meeting: ConfirmedMeeting): MeetingInput => ({
  id: meeting.meetingId,
  parties: peopleIn(meeting),
  weight: 0,
  must: true,
  fixedSlotId: meeting.slotId,
  locationId: meeting.place.boothId,
});

const movableMeeting = (meeting: ConfirmedMeeting): MeetingInput => ({
  id: meeting.meetingId,
  parties: peopleIn(meeting),
  sessions: [open],
});

const placementOf = (meeting: ConfirmedMeeting): Placement => ({
  meetingId: meeting.meetingId,
  slotId: meeting.slotId,
  locationId: meeting.place.boothId,
  representativeIds: peopleIn(meeting),
});

/** The host first: the engine takes the booth of the first party that has one, as everything else here does. */
function wishedMeeting({ organizations, booths }: ScheduleFacts, wish: Wish): MeetingInput {
  const { requesterOrganizationId, recipientOrganizationId, requesterRepresentativeId } = wish;
  const ids = [requesterOrganizationId, recipientOrganizationId];
  const hosts = ids.flatMap((organizationId) => {
    const role = organizations.get(organizationId)?.profile.role;
    return role === undefined ? [] : [{ organizationId, role }];
  });
  const own = booths.filter(({ organizationId }) => ids.includes(organizationId));
  const host = boothsInOrder(own, hosts)[0]?.organizationId;
  const people = organizations.get(requesterOrganizationId)?.representatives ?? [];
  // Whoever asked may have left since: then a colleague comes.
  const isThere = people.some(({ representativeId }) => representativeId === requesterRepresentativeId);
  const asker = isThere && requesterRepresentativeId !== undefined ? requesterRepresentativeId : requesterOrganizationId;
  const parties = host === recipientOrganizationId ? [recipientOrganizationId, asker] : [asker, recipientOrganizationId];
  return { id: wish.meetingId, parties, weight: wish.weight, sessions: [open] };
}
