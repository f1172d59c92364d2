import { newId } from "@rialto/contracts/kernel/ids";
import { Refusal } from "@rialto/contracts/kernel/refusal";
import type { Cause } from "@rialto/persistence/store.types";
import { bookAcceptance } from "../src/booking/book-acceptance.ts";
import { bookElsewhere } from "../src/booking/book-elsewhere.ts";
import { bookRequest } from "../src/booking/book-request.ts";
import { bookRescheduling } from "../src/booking/book-rescheduling.ts";
import type { BookingDeps } from "../src/booking/booking-deps.ts";
import { cancelMeeting } from "../src/domain/cancel-meeting.ts";
import { checkIn } from "../src/domain/check-in.ts";
import { closeBySystem } from "../src/domain/close-by-system.ts";
import { declineMeeting } from "../src/domain/decline-meeting.ts";
import { expireRequest } from "../src/domain/expire-request.ts";
import type { Fair } from "../src/domain/fair.ts";
import { markMissed } from "../src/domain/mark-missed.ts";
import type { Meeting, MeetingEvent } from "../src/domain/meeting.ts";
import type { Organization } from "../src/domain/organization.ts";
import type { Booth } from "../src/domain/place.ts";
import { withdrawMeeting } from "../src/domain/withdraw-meeting.ts";
import { actorOf, personOf } from "./builders.ts";

export interface Cast {
  readonly fair: Fair;
  readonly exhibitors: readonly Organization[];
  readonly buyers: readonly Organization[];
  readonly booths: readonly Booth[];
}

/** Numbers that follow from a seed (mulberry32), so that a failing run can be run again. */
export function seeded(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, one: <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value };
}
type Random = ReturnType<typeof seeded>;

/** What happened, by command and outcome. */
export type Tally = Map<string, number>;

const before = "2026-08-10T02:00:00.000Z";
const cause = (): Cause => ({ correlationId: newId() });

/** One random command after the other; refusals are part of the day, anything else fails. */
export async function actAtRandom(
  deps: BookingDeps,
  cast: Cast,
  meetingIds: string[],
  random: Random,
  commands: number,
  tally: Tally,
) {
  const table = commandTable(deps, cast, meetingIds, random);
  const names = Object.keys(table) as (keyof typeof table)[];
  const weighted = names.flatMap((name) => Array<typeof name>(weights[name] ?? 1).fill(name));
  for (let count = 0; count < commands; count += 1) {
    const name = random.one(weighted);
    const outcome = await table[name]().then(
      () => "done",
      (error: unknown) => {
        if (error instanceof Refusal) return error.code;
        throw error;
      },
    );
    tally.set(`${name}: ${outcome}`, (tally.get(`${name}: ${outcome}`) ?? 0) + 1);
  }
}

const weights: Partial<Record<string, number>> = { request: 8, accept: 8, reschedule: 3, cancel: 3 };

function commandTable(deps: BookingDeps, { fair, exhibitors, buyers, booths }: Cast, meetingIds: string[], random: Random) {
  /** Mostly before the fair, sometimes in the middle of it. */
  const anyTime = () =>
    random.below(5) > 0
      ? before
      : new Date(Date.parse(random.one(fair.slots).startsAt) + random.below(20) * 60_000 - 300_000).toISOString();
  const slotId = () => random.one(fair.slots).slotId;
  const anyMeeting = () => random.one(meetingIds) ?? newId();
  const decide = (rule: (state: Meeting, now: string) => MeetingEvent[]) => {
    const now = anyTime();
    return deps.meetings.update(anyMeeting(), (state) => rule(state, now), cause());
  };
  const colleagues = new Map([...exhibitors, ...buyers].map((one) => [one.organizationId, one.representatives]));
  /** Either side of some meeting, as its people. */
  const everybody = actorOf(fair, ...exhibitors, ...buyers);
  const sideOf = async (meetingId: string, side: "requester" | "recipient") => {
    const { state } = await deps.meetings.load(meetingId);
    const id =
      state.status === "none" ? "" : side === "requester" ? state.requester.organizationId : state.recipientOrganizationId;
    return { ...everybody, participations: everybody.participations.filter(({ organizationId }) => organizationId === id) };
  };
  const bySide = async (
    side: "requester" | "recipient",
    rule: (actor: typeof everybody, state: Meeting, now: string) => MeetingEvent[],
  ) => {
    const [meetingId, now] = [anyMeeting(), anyTime()];
    const actor = await sideOf(meetingId, side);
    return deps.meetings.update(meetingId, (state) => rule(actor, state, now), cause());
  };
  const eitherSide = () => random.one(["requester", "recipient"] as const);

  return {
    async request() {
      const [own, other] =
        random.below(2) === 0 ? [random.one(buyers), random.one(exhibitors)] : [random.one(exhibitors), random.one(buyers)];
      const meetingId = newId();
      const proposedSlotIds = [...new Set([slotId(), slotId(), slotId()])];
      const ids = { meetingId, fairId: fair.fairId, requester: personOf(own), recipientOrganizationId: other.organizationId };
      await bookRequest(deps, { ...ids, proposedSlotIds, now: anyTime() }, cause());
      meetingIds[meetingIds.length < 400 ? meetingIds.length : random.below(400)] = meetingId;
    },
    async accept() {
      const meetingId = anyMeeting();
      const { state } = await deps.meetings.load(meetingId);
      const proposed = state.status === "none" ? [slotId()] : state.proposedSlotIds;
      const actor = await sideOf(meetingId, "recipient");
      const people = state.status === "none" ? [] : (colleagues.get(state.recipientOrganizationId) ?? []);
      const representativeId = random.one(people)?.representativeId;
      await bookAcceptance(deps, { meetingId, actor, slotId: random.one(proposed), representativeId, now: anyTime() }, cause());
    },
    async reschedule() {
      const meetingId = anyMeeting();
      await bookRescheduling(
        deps,
        { meetingId, actor: await sideOf(meetingId, eitherSide()), slotId: slotId(), now: anyTime() },
        cause(),
      );
    },
    decline: () => bySide("recipient", (actor, state, now) => declineMeeting({ actor, now }, state)),
    withdraw: () => bySide("requester", (actor, state, now) => withdrawMeeting({ actor, now }, state)),
    cancel: () => bySide(eitherSide(), (actor, state, now) => cancelMeeting({ actor, now }, state)),
    async checkIn() {
      const meetingId = anyMeeting();
      const { state } = await deps.meetings.load(meetingId);
      const actor = await sideOf(meetingId, eitherSide());
      const now = "startsAt" in state ? state.startsAt : anyTime();
      return deps.meetings.update(meetingId, (meeting) => checkIn({ actor, rules: fair.rules, now }, meeting), cause());
    },
    expire: () => decide((state, now) => expireRequest({ now }, state)),
    miss: () => decide((state, now) => markMissed({ rules: fair.rules, now }, state)),
    close: () => decide((state, now) => closeBySystem({ reason: "organizationRejected", now }, state)),
    leaveBooth: () =>
      bookElsewhere(deps, { meetingId: anyMeeting(), boothId: random.one(booths).boothId, now: anyTime() }, cause()),
  };
}
