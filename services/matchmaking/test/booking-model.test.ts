import { newId } from "@rialto/contracts/kernel/ids";
import { expect, test } from "vitest";
import { bookAcceptance } from "../src/booking/book-acceptance.ts";
import { bookRequest } from "../src/booking/book-request.ts";
import { cancelMeeting } from "../src/domain/cancel-meeting.ts";
import { personClaim } from "../src/domain/claims.ts";
import { closeBySystem } from "../src/domain/close-by-system.ts";
import { freeSeat } from "../src/domain/place.ts";
import { aBooth, actorOf, aFair, anOrganization, aRepresentative, organizerOf, personOf, rules, slotsOfDay } from "./builders.ts";
import { type MemoryBooking, memoryBooking } from "./memory-booking.ts";
import { actAtRandom, type Cast, seeded, type Tally } from "./random-actors.ts";
import { seatsAndPeople } from "./seats-and-people.ts";

const commands = 100_000;
const actors = 40;
const now = "2026-08-10T02:00:00.000Z";

function aCast(): Cast {
  const fair = aFair({ slots: slotsOfDay(8), rules: { ...rules, pendingRequestLimit: 3 } });
  const { fairId } = fair;
  const exhibitors = Array.from({ length: 10 }, () =>
    anOrganization({ fairId, representatives: [aRepresentative(), aRepresentative()] }),
  );
  const buyers = Array.from({ length: 14 }, () => anOrganization({ fairId, profile: { role: "buyer" } }));
  const booths = exhibitors.flatMap(({ organizationId }, at) =>
    Array.from({ length: 1 + Math.floor(at / 8) }, () => aBooth({ fairId, organizationId, capacity: 1 })),
  );
  return { fair, exhibitors, buyers, booths };
}

/** Lets others step in, now and then, in an order that follows from the seed. */
const pausing = (random: ReturnType<typeof seeded>) => async () => {
  for (let turns = random.below(4); turns > 0; turns -= 1) await undefined;
};

async function run(seed: number, cast: Cast) {
  const random = seeded(seed);
  const ledger = seatsAndPeople();
  const organizations = [...cast.exhibitors, ...cast.buyers];
  const booking = memoryBooking({ ...cast, organizations, pause: pausing(random), onWritten: ledger.note });
  const tally: Tally = new Map();
  const meetingIds: string[] = [];
  const share = commands / actors;
  await Promise.all(Array.from({ length: actors }, () => actAtRandom(booking, cast, meetingIds, random, share, tally)));
  return { booking, ledger, tally };
}

/** Asks and accepts, as people would. */
async function book(
  booking: MemoryBooking,
  { fair }: Cast,
  buyer: Cast["buyers"][0],
  exhibitor: Cast["buyers"][0],
  slotId: string,
) {
  const meetingId = newId();
  const cause = { correlationId: newId() };
  const ids = { meetingId, fairId: fair.fairId, requester: personOf(buyer), recipientOrganizationId: exhibitor.organizationId };
  await bookRequest(booking, { ...ids, proposedSlotIds: [slotId], now }, cause);
  await bookAcceptance(booking, { meetingId, actor: actorOf(fair, exhibitor), slotId, now }, cause);
  return meetingId;
}

test(`${commands} random commands by ${actors} actors at once: nobody and no seat is ever taken twice, and what is freed can be booked`, {
  timeout: 60_000,
}, async () => {
  const seed = Number(process.env.SEED ?? 20_260_901);
  const cast = aCast();
  const { booking, ledger, tally } = await run(seed, cast);
  const context = `seed ${seed}`;
  expect(booking.claims.size, context).toBe(ledger.taken().size);
  for (const outcome of [
    "request: done",
    "accept: done",
    "accept: SLOT_TAKEN",
    "reschedule: done",
    "cancel: done",
    "checkIn: done",
    "leaveBooth: done",
    "request: PENDING_REQUEST_LIMIT",
  ]) {
    expect(tally.get(outcome) ?? 0, `${outcome}, ${context}`).toBeGreaterThan(100);
  }
  expect(booking.conflicts(), `races that the index decided, ${context}`).toBeGreaterThan(50);

  const cause = { correlationId: newId() };
  for (const id of booking.all.keys())
    await booking.meetings.update(id, (state) => closeBySystem({ reason: "organizationRejected", now }, state), cause);
  const held = [...booking.all.values()].filter(({ state }) => state.status === "held");
  expect(booking.claims.size, context).toBe(3 * held.length);

  const { fair, exhibitors, buyers } = cast;
  let booked = 0;
  for (const { slotId } of fair.slots) {
    for (const [at, exhibitor] of exhibitors.entries()) {
      const buyer = buyers[at] as (typeof buyers)[0];
      const people = [personOf(exhibitor), personOf(buyer)];
      const booths = cast.booths.filter(({ organizationId }) => organizationId === exhibitor.organizationId);
      const isTaken =
        people.some(({ representativeId }) => booking.claims.has(personClaim(representativeId, slotId))) ||
        freeSeat(booths, booking.claims, slotId) === undefined;
      if (isTaken) continue;
      const meetingId = await book(booking, cast, buyer, exhibitor, slotId);
      await booking.meetings.update(meetingId, (state) => cancelMeeting({ actor: organizerOf(fair), now }, state), cause);
      booked += 1;
    }
  }
  expect(booked, context).toBeGreaterThan(0);
});
