import type { ScheduleRules } from "@rialto/contracts/matchmaking/schedule-run-values";
import type { Placement } from "@rialto/scheduling/model/result";
import { repair } from "@rialto/scheduling/repair/repair";
import { personClaim, seatClaim } from "../domain/claims.ts";
import { freeSeat } from "../domain/place.ts";
import type { Booking, ProposedMeeting, PublicationChange, Spot, Wish } from "../domain/schedule-items.ts";
import { pairOf } from "../domain/wishes.ts";
import { buildProblem, type FairProblem } from "./build-problem.ts";
import { type ScheduleFacts, wishFacts } from "./facts.ts";
import { saidNames, sidesOf } from "./read-result.ts";
import { sentenceOf } from "./reason-sentences.ts";

/** What is to be booked, where the run had it. */
export type ToBook = Pick<ProposedMeeting, "meetingId" | "weight" | "source" | "requester" | "recipient"> & {
  readonly planned: Spot;
};

export interface PlannedBookings {
  readonly bookings: Booking[];
  /** What is booked elsewhere than planned, or cannot be. */
  readonly changes: PublicationChange[];
}

/**
 * The bookings of a publication as the fair is now. What fits stays as the run had it; people, booths and requests that
 * have changed since are worked around by moving as little as possible, and never a confirmed meeting.
 */
export function planBookings(facts: ScheduleFacts, wanted: readonly ToBook[], rules: ScheduleRules): PlannedBookings {
  const { open, gone } = stillOpen(facts, wanted);
  const byId = new Map(open.map((one) => [one.meetingId, one]));
  const fair = buildProblem(facts, open.map(wishOf), rules);
  const parties = new Map(fair.problem.meetings.map((meeting) => [meeting.id, meeting.parties]));
  const placed = open.flatMap((one) => placementFor(parties.get(one.meetingId), one));
  const why = whyTaken(facts);
  const first = fair.problem.slots[0]?.id;
  const repaired = repair(fair.problem, [...fair.confirmed, ...placed], [], {
    pinnedMeetingIds: facts.confirmed.map(({ meetingId }) => meetingId),
    ...(first === undefined ? {} : { notBeforeSlotId: first }),
  });
  const bookings = seated(facts, fair, repaired.placements, byId);
  const names = saidNames(facts);
  const reasons = new Map(
    [...repaired.dropped, ...repaired.notAdded].map(({ meetingId, reason }) => [
      meetingId,
      { code: reason.code as string, reason: sentenceOf(reason, names) },
    ]),
  );
  const booked = new Set(bookings.map(({ meetingId }) => meetingId));
  const dropped = open
    .filter(({ meetingId }) => !booked.has(meetingId))
    .map((one) => changeOf(one, undefined, reasons.get(one.meetingId) ?? why(one)));
  const moved = bookings.flatMap((booking) => {
    const one = byId.get(booking.meetingId);
    const to = booking.to && { slotId: booking.to.slotId, boothId: booking.to.place.boothId };
    return one === undefined || to === undefined || isSame(to, one.planned) ? [] : [changeOf(one, to, why(one))];
  });
  return { bookings, changes: [...gone, ...dropped, ...moved] };
}

const isSame = (a: Spot, b: Spot) => a.slotId === b.slotId && a.boothId === b.boothId;

const wishOf = ({ meetingId, source, weight, requester, recipient }: ToBook): Wish => ({
  meetingId,
  source,
  weight,
  requesterOrganizationId: requester.organizationId,
  recipientOrganizationId: recipient.organizationId,
  ...(source === "request" ? { requesterRepresentativeId: requester.representativeId } : {}),
});

interface Why {
  readonly code: string;
  readonly reason: PublicationChange["reason"];
}

const changeOf = (one: ToBook, booked: Spot | undefined, { code, reason }: Why): PublicationChange => ({
  meetingId: one.meetingId,
  requesterOrganizationId: one.requester.organizationId,
  recipientOrganizationId: one.recipient.organizationId,
  kind: booked === undefined ? "dropped" : "changed",
  planned: one.planned,
  ...(booked === undefined ? {} : { booked }),
  code,
  reason,
});

const alreadyMeeting: Why = {
  code: "ALREADY_MEETING",
  reason: { en: "the two have booked a meeting themselves meanwhile", zh: "双方已自行约定洽谈" },
};
const noLongerWished: Why = {
  code: "NO_LONGER_WISHED",
  reason: {
    en: "the request was answered or withdrawn, or one side does not want the meeting any more",
    zh: "请求已被答复或撤回，或一方不再希望会面",
  },
};
const notAdmitted: Why = {
  code: "NOT_ADMITTED",
  reason: { en: "one side no longer takes part in the fair", zh: "一方已不再参加本展会" },
};

/** Who still wants to meet and may. A wish that has become a request meanwhile is booked as that request. */
function stillOpen(facts: ScheduleFacts, wanted: readonly ToBook[]): { open: ToBook[]; gone: PublicationChange[] } {
  const { settled, declined, mayMeet } = wishFacts(facts);
  const requests = new Map(
    facts.requests.map((one) => [pairOf(one.requester.organizationId, one.recipientOrganizationId), one] as const),
  );
  const refused = new Set(
    facts.preferences.flatMap(({ organizationId, aboutOrganizationId, preference }) =>
      preference === "noThanks" ? [pairOf(organizationId, aboutOrganizationId)] : [],
    ),
  );
  const open: ToBook[] = [];
  const gone: PublicationChange[] = [];
  for (const one of wanted) {
    const pair = pairOf(one.requester.organizationId, one.recipient.organizationId);
    const request = requests.get(pair);
    const isClosed = one.source === "request" ? request?.meetingId !== one.meetingId : declined.has(pair);
    const why = settled.has(pair)
      ? alreadyMeeting
      : !mayMeet(one.requester.organizationId, one.recipient.organizationId)
        ? notAdmitted
        : refused.has(pair) || isClosed
          ? noLongerWished
          : undefined;
    if (why !== undefined) gone.push(changeOf(one, undefined, why));
    else
      open.push(request === undefined || one.source === "request" ? one : asRequest(one, request.meetingId, request.requester));
  }
  return { open, gone };
}

function asRequest(one: ToBook, meetingId: string, requester: ToBook["requester"]): ToBook {
  const isSameSide = requester.organizationId === one.requester.organizationId;
  return { ...one, meetingId, source: "request", requester, recipient: isSameSide ? one.recipient : one.requester };
}

/** Where the run had it, in the engine's words. What has no place any more is not in the problem. */
function placementFor(parties: readonly string[] | undefined, { meetingId, requester, recipient, planned }: ToBook): Placement[] {
  if (parties === undefined) return [];
  const representativeIds = parties.map((party) => {
    if (party === requester.organizationId || party === requester.representativeId) return requester.representativeId;
    return recipient.representativeId;
  });
  return [{ meetingId, slotId: planned.slotId, locationId: planned.boothId, representativeIds }];
}

/** A seat for each, beside those that are taken. */
function seated(
  facts: ScheduleFacts,
  { wishes }: FairProblem,
  placements: readonly Placement[],
  byId: ReadonlyMap<string, ToBook>,
): Booking[] {
  const booths = new Map(facts.booths.map((booth) => [booth.boothId, booth]));
  const claims = new Map(
    facts.confirmed.map(({ meetingId, place, slotId }) => [seatClaim(place.boothId, place.seat, slotId), meetingId]),
  );
  return placements.flatMap(({ meetingId, slotId, locationId, representativeIds }) => {
    const [one, wish, booth] = [byId.get(meetingId), wishes.get(meetingId), booths.get(locationId)];
    if (one === undefined || wish === undefined || booth === undefined) return [];
    const place = freeSeat([booth], claims, slotId);
    if (place === undefined) return [];
    claims.set(seatClaim(place.boothId, place.seat, slotId), meetingId);
    return [{ meetingId, ...sidesOf(wish, representativeIds, facts), to: { slotId, place }, planned: one.planned }];
  });
}

const personTaken: Why = {
  code: "PERSON_TAKEN",
  reason: { en: "one of the two was booked for that slot meanwhile", zh: "其中一方在该时段已另有安排" },
};
const placeGone: Why = {
  code: "PLACE_GONE",
  reason: { en: "the booth was given up meanwhile", zh: "该展位已被退回" },
};
const placeTaken: Why = {
  code: "PLACE_TAKEN",
  reason: { en: "the place was taken meanwhile, or it made room for another meeting", zh: "该位置已被占用，或已为其他洽谈让位" },
};

/** Says why a planned spot is not to be had. */
function whyTaken({ confirmed, booths }: ScheduleFacts): (one: ToBook) => Why {
  const known = new Set(booths.map(({ boothId }) => boothId));
  const claims = new Set(
    confirmed.flatMap(({ requester, recipient, slotId }) =>
      [requester, recipient].map(({ representativeId }) => personClaim(representativeId, slotId)),
    ),
  );
  return ({ requester, recipient, planned: { slotId, boothId } }) => {
    const isBusy = [requester, recipient].some(({ representativeId }) => claims.has(personClaim(representativeId, slotId)));
    if (isBusy) return personTaken;
    return known.has(boothId) ? placeTaken : placeGone;
  };
}
