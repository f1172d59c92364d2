import type { MatchmakingDeps } from "../deps.ts";
import { seatClaim } from "../domain/claims.ts";
import { freeSeat } from "../domain/place.ts";
import type { Booking, ProposedMeeting, UnscheduledWish } from "../domain/schedule-items.ts";
import type { PublishingRun } from "../domain/schedule-run.ts";
import { collectFacts } from "./facts.ts";
import type { PlannedBookings } from "./plan-bookings.ts";

/**
 * The writes of a repair: a move each, and an end for what has no other place. Seats are those that are free when the moved
 * ones have left theirs; what somebody has changed since the dry run is left alone, since its write says so.
 */
export async function repairBookings(
  deps: MatchmakingDeps,
  { fairId }: PublishingRun,
  moved: readonly ProposedMeeting[],
  given: readonly UnscheduledWish[],
): Promise<PlannedBookings> {
  const facts = await collectFacts(deps, fairId, {}, deps.clock());
  const present = new Map(facts.confirmed.map((meeting) => [meeting.meetingId, meeting]));
  const booths = new Map(facts.booths.map((booth) => [booth.boothId, booth]));
  const leaving = new Set([...moved, ...given].map(({ meetingId }) => meetingId));
  const claims = new Map(
    facts.confirmed
      .filter(({ meetingId }) => !leaving.has(meetingId))
      .map(({ meetingId, place, slotId }) => [seatClaim(place.boothId, place.seat, slotId), meetingId]),
  );
  const ended: Booking[] = given.flatMap(({ meetingId, was }) => {
    const meeting = present.get(meetingId);
    if (meeting === undefined || was === undefined) return [];
    return [{ meetingId, requester: meeting.requester, recipient: meeting.recipient, from: was, planned: was }];
  });
  const moves: Booking[] = moved.flatMap(({ meetingId, requester, recipient, slotId, boothId, was }) => {
    const booth = booths.get(boothId);
    const place = booth === undefined ? undefined : freeSeat([booth], claims, slotId);
    if (place === undefined || was === undefined || !present.has(meetingId)) return [];
    claims.set(seatClaim(boothId, place.seat, slotId), meetingId);
    return [{ meetingId, requester, recipient, to: { slotId, place }, from: was, planned: { slotId, boothId } }];
  });
  // What ends goes first, so that its people and its seat are free for what moves there.
  return { bookings: [...ended, ...moves], changes: [] };
}
