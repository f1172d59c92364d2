import { newId } from "@rialto/contracts/kernel/ids";
import {
  acceptMeeting,
  cancelMeeting,
  checkIn,
  dayOf,
  declineMeeting,
  freeSlots,
  getMeeting,
  listMeetings,
  liveCounters,
  requestMeeting,
  rescheduleMeeting,
  withdrawMeeting,
} from "@rialto/contracts/matchmaking/operations";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beforeTheFair, type MatchmakingFixture, matchmakingFixture, type Person } from "./fixture.ts";

let it: MatchmakingFixture;
beforeAll(async () => {
  it = await matchmakingFixture();
});
afterAll(() => it?.dispose());

/** An exhibitor with a booth and some buyers, at a fair of their own. */
async function scene(buyers = 1, capacity = 2, limit = 20) {
  const fairId = await it.planFair({ rules: { pendingRequestLimit: limit } });
  const exhibitor = await it.admit(fairId);
  const boothId = await it.assignBooth(fairId, exhibitor.organizationId, { meetingCapacity: capacity });
  const people: Person[] = [];
  for (let count = 0; count < buyers; count += 1) people.push(await it.admit(fairId, { role: "buyer", country: "BR" }));
  const [buyer] = people as [Person];
  return { fairId, exhibitor, boothId, buyer, buyers: people };
}

test("a buyer asks, the exhibitor accepts, both check in: held", async () => {
  const { fairId, exhibitor, buyer, boothId } = await scene();
  const body = {
    recipientOrganizationId: exhibitor.organizationId,
    proposedSlotIds: ["d1-0930", "d1-1000"],
    message: "20,000 pairs",
  };
  const requested = await it.api.ok(requestMeeting, { params: { fairId }, body, token: buyer.token });
  expect(requested).toMatchObject({
    status: "pending",
    version: 1,
    yourSide: "requester",
    proposedSlotIds: body.proposedSlotIds,
  });
  expect(requested.recipient.person).toBeUndefined();
  const { meetingId } = requested;
  const call = { params: { fairId, meetingId } };

  const scheduled = await it.api.ok(acceptMeeting, { ...call, body: { slotId: "d1-1000" }, token: exhibitor.token });
  expect(scheduled).toMatchObject({
    status: "scheduled",
    yourSide: "recipient",
    slot: { slotId: "d1-1000" },
    place: { boothId, seat: 1 },
    recipient: { organizationId: exhibitor.organizationId, person: { representativeId: exhibitor.representativeId } },
  });

  it.clock.now = "2026-09-01T01:50:00.000Z";
  try {
    const late = await it.tokenFor(fairId, "organizer");
    expect(await it.api.refused(getMeeting, { ...call, token: buyer.token })).toMatchObject({ code: "SIGN_IN_NEEDED" });
    expect((await it.api.ok(getMeeting, { ...call, token: late })).yourSide).toBeUndefined();
    const again = await fresh(buyer, fairId, "buyer");
    const other = await fresh(exhibitor, fairId, "exhibitor");
    expect((await it.api.ok(checkIn, { ...call, body: {}, token: again })).checkedIn).toEqual(["requester"]);
    expect((await it.api.ok(checkIn, { ...call, body: {}, token: again })).version).toBe(3);
    expect((await it.api.ok(checkIn, { ...call, body: {}, token: other })).status).toBe("held");
  } finally {
    it.clock.now = beforeTheFair;
  }
});

/** A token issued at the fixture's present time. */
const fresh = ({ organizationId, representativeId, accountId }: Person, fairId: string, role: "buyer" | "exhibitor") =>
  it.tokens.sign(
    { accountId, operator: false, grants: [{ fairId, role, organizationId, representativeId }] },
    { at: new Date(it.clock.now) },
  );

test("SLOT_TAKEN: of ten who are accepted for one person at once, one gets the slot, the others what is free", async () => {
  const { fairId, exhibitor, buyers } = await scene(10);
  const meetings = await Promise.all(buyers.map((buyer) => it.request(fairId, buyer, exhibitor)));
  const accept = (meetingId: string) =>
    it.api
      .ok(acceptMeeting, { params: { fairId, meetingId }, body: { slotId: "d1-0930" }, token: exhibitor.token })
      .then(() => undefined)
      .catch(() =>
        it.api.refused(acceptMeeting, { params: { fairId, meetingId }, body: { slotId: "d1-0930" }, token: exhibitor.token }),
      );
  const lost = (await Promise.all(meetings.map(accept))).filter((problem) => problem !== undefined);
  expect(lost).toHaveLength(9);
  for (const problem of lost) {
    expect(problem).toMatchObject({ code: "SLOT_TAKEN", status: 409, conflict: { slotId: "d1-0930", taken: "you" } });
    expect((problem.alternatives as { slotId: string }[]).map(({ slotId }) => slotId)).toEqual(["d1-1000", "d1-1030", "d1-1100"]);
    expect(JSON.stringify(problem)).not.toContain(buyers[0]?.organizationId);
  }
});

test("SLOT_TAKEN, place: three colleagues, two seats", async () => {
  const { fairId, exhibitor, buyers } = await scene(3, 2);
  const colleagues = [exhibitor];
  for (let count = 0; count < 2; count += 1) colleagues.push(await it.addPerson(fairId, exhibitor.organizationId, "exhibitor"));
  const outcomes = await Promise.all(
    buyers.map(async (buyer, index) => {
      const meetingId = await it.request(fairId, buyer, exhibitor);
      const call = { params: { fairId, meetingId }, body: { slotId: "d1-0930" }, token: colleagues[index]?.token };
      return it.api.ok(acceptMeeting, call).then(
        ({ place }) => place?.seat,
        () => it.api.refused(acceptMeeting, call),
      );
    }),
  );
  expect(outcomes.filter((seat) => typeof seat === "number").sort()).toEqual([1, 2]);
  expect(outcomes.find((problem) => typeof problem === "object")).toMatchObject({
    code: "SLOT_TAKEN",
    conflict: { taken: "place" },
  });
});

test("PENDING_REQUEST_LIMIT: of ten requests at once, as many as the fair allows; an answer frees a number", async () => {
  const fairId = await it.planFair({ rules: { pendingRequestLimit: 3 } });
  const buyer = await it.admit(fairId, { role: "buyer" });
  const exhibitors: Person[] = [];
  for (let count = 0; count < 6; count += 1) exhibitors.push(await it.admit(fairId));
  const ask = (exhibitor: Person) => ({
    params: { fairId },
    body: { recipientOrganizationId: exhibitor.organizationId, proposedSlotIds: ["d1-0930"] },
    token: buyer.token,
  });
  const outcomes = await Promise.allSettled(exhibitors.map((exhibitor) => it.api.ok(requestMeeting, ask(exhibitor))));
  const open = outcomes.flatMap((outcome, index) =>
    outcome.status === "fulfilled" ? [{ meetingId: outcome.value.meetingId, exhibitor: exhibitors[index] as Person }] : [],
  );
  expect(open).toHaveLength(3);
  const rejected = exhibitors[outcomes.findIndex(({ status }) => status === "rejected")] as Person;
  expect(await it.api.refused(requestMeeting, ask(rejected))).toMatchObject({ code: "PENDING_REQUEST_LIMIT", limit: 3 });
  const [first] = open as [{ meetingId: string; exhibitor: Person }];
  const call = {
    params: { fairId, meetingId: first.meetingId },
    body: { reason: "Not this year." },
    token: first.exhibitor.token,
  };
  expect(await it.api.ok(declineMeeting, call)).toMatchObject({ status: "declined", reason: "Not this year." });
  await it.api.ok(requestMeeting, ask(rejected));
});

test("MEETING_ALREADY_OPEN: whoever asks second is pointed to the open request", async () => {
  const { fairId, exhibitor, buyer } = await scene();
  const meetingId = await it.request(fairId, buyer, exhibitor);
  const body = { recipientOrganizationId: buyer.organizationId, proposedSlotIds: ["d1-1000"] };
  expect(await it.api.refused(requestMeeting, { params: { fairId }, body, token: exhibitor.token })).toMatchObject({
    code: "MEETING_ALREADY_OPEN",
    meetingId,
  });
  const call = { params: { fairId, meetingId }, body: {} };
  expect(await it.api.refused(withdrawMeeting, { ...call, token: exhibitor.token })).toMatchObject({ code: "NOT_THE_REQUESTER" });
  expect(await it.api.ok(withdrawMeeting, { ...call, token: buyer.token })).toMatchObject({ status: "withdrawn" });
  await it.request(fairId, exhibitor, buyer);
});

test("one Idempotency-Key asks once, and answers with the first result", async () => {
  const { fairId, exhibitor, buyer } = await scene();
  const body = { recipientOrganizationId: exhibitor.organizationId, proposedSlotIds: ["d1-0930"] };
  const call = { params: { fairId }, body, token: buyer.token, idempotencyKey: newId() };
  const [first, ...repeats] = await Promise.all([1, 2, 3].map(() => it.api.ok(requestMeeting, call)));
  expect(repeats).toEqual([first, first]);
  const { meetingId } = first as { meetingId: string };
  const accept = { params: { fairId, meetingId }, body: { slotId: "d1-0930" }, token: exhibitor.token, idempotencyKey: newId() };
  expect(await it.api.ok(acceptMeeting, accept)).toEqual(await it.api.ok(acceptMeeting, accept));
});

test("a meeting moves in one step: the old slot is free, the new one taken; the organizer may move it, too", async () => {
  const { fairId, exhibitor, buyers } = await scene(2);
  const [first, second] = buyers as [Person, Person];
  const meetingId = await it.book(fairId, first, exhibitor);
  const call = { params: { fairId, meetingId } };
  const moved = await it.api.ok(rescheduleMeeting, { ...call, body: { slotId: "d1-1000" }, token: first.token });
  expect(moved).toMatchObject({ slot: { slotId: "d1-1000" }, place: { seat: 1 } });
  await it.book(fairId, second, exhibitor, "d1-0930");
  expect(await it.api.refused(rescheduleMeeting, { ...call, body: { slotId: "d1-0930" }, token: first.token })).toMatchObject({
    code: "SLOT_TAKEN",
    conflict: { taken: "other" },
  });
  const organizer = await it.tokenFor(fairId, "organizer");
  expect((await it.api.ok(rescheduleMeeting, { ...call, body: { slotId: "d1-1100" }, token: organizer })).slot?.slotId).toBe(
    "d1-1100",
  );
  const cancelled = await it.api.ok(cancelMeeting, { ...call, body: { reason: "Hall closed" }, token: organizer });
  expect(cancelled).toMatchObject({ status: "cancelled", closedBy: "organizer", reason: "Hall closed" });
});

test("MEETING_NOT_FOUND: strangers, people of another fair and another fair's organizer learn nothing", async () => {
  const { fairId, exhibitor, buyers } = await scene(2);
  const [buyer, stranger] = buyers as [Person, Person];
  const other = await scene();
  const meetingId = await it.book(fairId, buyer, exhibitor);
  const ofOtherFair = { params: { fairId: other.fairId, meetingId } };
  expect(await it.api.refused(getMeeting, { params: { fairId, meetingId }, token: stranger.token })).toMatchObject({
    code: "MEETING_NOT_FOUND",
  });
  expect(await it.api.refused(getMeeting, { ...ofOtherFair, token: other.buyer.token })).toMatchObject({
    code: "MEETING_NOT_FOUND",
  });
  const organizer = await it.tokenFor(other.fairId, "organizer");
  expect(await it.api.refused(cancelMeeting, { ...ofOtherFair, body: {}, token: organizer })).toMatchObject({
    code: "MEETING_NOT_FOUND",
  });
  expect(await it.api.refused(getMeeting, { params: { fairId, meetingId }, token: organizer })).toMatchObject({
    code: "FORBIDDEN",
  });
});

test("lists: mine, my organization's, all for organizers; filtered, in pages without gaps", async () => {
  const { fairId, exhibitor, buyers } = await scene(5);
  for (const buyer of buyers) await it.request(fairId, buyer, exhibitor);
  const list = (query: object, token: string) => it.api.ok(listMeetings, { params: { fairId }, query, token });
  expect((await list({ scope: "mine" }, exhibitor.token)).items).toEqual([]);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ scope: "organization", limit: 2, ...(cursor === undefined ? {} : { cursor }) }, exhibitor.token);
    seen.push(...page.items.map(({ meetingId }) => meetingId));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  expect(new Set(seen).size).toBe(5);
  expect(seen).toHaveLength(5);
  expect((await list({ scope: "organization", status: "scheduled" }, exhibitor.token)).items).toEqual([]);
  const organizer = await it.tokenFor(fairId, "organizer");
  expect((await list({ scope: "all", status: "pending" }, organizer)).items).toHaveLength(5);
  const booked = { fairId, meetingId: seen[0] as string };
  const { proposedSlotIds } = await it.api.ok(getMeeting, { params: booked, token: organizer });
  const body = { slotId: proposedSlotIds[0] as string };
  const { place } = await it.api.ok(acceptMeeting, { params: booked, body, token: exhibitor.token });
  const atBooth = async (boothId: string) =>
    (await list({ scope: "all", boothId }, organizer)).items.map(({ meetingId }) => meetingId);
  expect(await atBooth(place?.boothId as string)).toEqual([booked.meetingId]);
  expect(await atBooth(newId())).toEqual([]);
  const refused = await it.api.refused(listMeetings, { params: { fairId }, query: { scope: "all" }, token: exhibitor.token });
  expect(refused).toMatchObject({ code: "FORBIDDEN" });
  const bad = await it.api.refused(listMeetings, { params: { fairId }, query: { cursor: "x" }, token: exhibitor.token });
  expect(bad).toMatchObject({ code: "INVALID_INPUT" });
});

test("my day and the slots we share show what is booked, asked for and free", async () => {
  const { fairId, exhibitor, buyers } = await scene(3, 1);
  const [booked, asking, looking] = buyers as [Person, Person, Person];
  const meetingId = await it.book(fairId, booked, exhibitor, "d1-0930");
  const requestId = await it.request(fairId, asking, exhibitor, { proposedSlotIds: ["d1-1000", "d1-1030"] });
  const { slots, meetings } = await it.api.ok(dayOf, { params: { fairId }, query: { day: 1 }, token: exhibitor.token });
  expect(slots.slice(0, 4).map(({ meetingId, requestIds, free }) => ({ meetingId, requestIds, free }))).toEqual([
    { meetingId, requestIds: [], free: false },
    { requestIds: [requestId], free: true },
    { requestIds: [requestId], free: true },
    { requestIds: [], free: true },
  ]);
  expect(meetings.map((meeting) => meeting.meetingId).sort()).toEqual([meetingId, requestId].sort());
  const free = await it.api.ok(freeSlots, {
    params: { fairId, organizationId: exhibitor.organizationId },
    query: {},
    token: looking.token,
  });
  expect(free.slots.map(({ slotId }) => slotId)).toEqual(["d1-1000", "d1-1030", "d1-1100", "d1-1130", "d1-1200"]);
});

test("the organizer sees the programme in numbers", async () => {
  const { fairId, exhibitor, buyers } = await scene(3);
  await it.book(fairId, buyers[0] as Person, exhibitor, "d1-0930");
  await it.book(fairId, buyers[1] as Person, exhibitor, "d1-1000");
  await it.request(fairId, buyers[2] as Person, exhibitor);
  const organizer = await it.tokenFor(fairId, "organizer");
  const counters = await it.api.ok(liveCounters, { params: { fairId }, token: organizer });
  expect(counters).toMatchObject({ openRequests: 1, scheduled: 2, held: 0, missed: 0, booths: 1 });
  expect(counters.zones).toMatchObject([{ scheduled: 2, seats: 2 }]);
  const [{ zoneId } = { zoneId: "" }] = counters.zones;
  expect(counters.occupancy?.toSorted((a, b) => (a.slotId < b.slotId ? -1 : 1))).toEqual([
    { slotId: "d1-0930", zoneId, meetings: 1 },
    { slotId: "d1-1000", zoneId, meetings: 1 },
  ]);
  expect(counters.slots.slice(0, 3)).toMatchObject([{ scheduled: 1, seats: 2 }, { scheduled: 1 }, { scheduled: 0 }]);
  expect(await it.api.refused(liveCounters, { params: { fairId }, token: exhibitor.token })).toMatchObject({ code: "FORBIDDEN" });
});

test("NO_MEETING_PLACE, FAIR_NOT_KNOWN_YET, NOT_A_REPRESENTATIVE: what is missing is said", async () => {
  const fairId = await it.planFair();
  const exhibitor = await it.admit(fairId);
  const buyer = await it.admit(fairId, { role: "buyer" });
  const meetingId = await it.request(fairId, buyer, exhibitor);
  const accept = { params: { fairId, meetingId }, body: { slotId: "d1-0930" }, token: exhibitor.token };
  expect(await it.api.refused(acceptMeeting, accept)).toMatchObject({ code: "NO_MEETING_PLACE" });
  const nowhere = newId();
  const body = { recipientOrganizationId: exhibitor.organizationId, proposedSlotIds: ["d1-0930"] };
  const elsewhere = await fresh(buyer, nowhere, "buyer");
  expect(await it.api.refused(requestMeeting, { params: { fairId: nowhere }, body, token: elsewhere })).toMatchObject({
    code: "FAIR_NOT_KNOWN_YET",
  });
  const stranger = await fresh({ ...buyer, representativeId: newId() }, fairId, "buyer");
  expect(await it.api.refused(requestMeeting, { params: { fairId }, body, token: stranger })).toMatchObject({
    code: "NOT_A_REPRESENTATIVE",
  });
  const nobody = await it.tokenFor(fairId, "buyer");
  expect(await it.api.refused(requestMeeting, { params: { fairId }, body, token: nobody })).toMatchObject({
    code: "NOT_A_REPRESENTATIVE",
  });
});

test("ACTING_ORGANIZATION_UNCLEAR: whoever acts for two organizations says for which", async () => {
  const { fairId, exhibitor, buyers } = await scene(2);
  const [one, two] = buyers as [Person, Person];
  const grants = [one, two].map(({ organizationId, representativeId }) => ({
    fairId,
    role: "buyer" as const,
    organizationId,
    representativeId,
  }));
  const token = await it.tokens.sign({ accountId: one.accountId, operator: false, grants }, { at: new Date(it.clock.now) });
  const body = { recipientOrganizationId: exhibitor.organizationId, proposedSlotIds: ["d1-0930"] };
  expect(await it.api.refused(requestMeeting, { params: { fairId }, body, token })).toMatchObject({
    code: "ACTING_ORGANIZATION_UNCLEAR",
  });
  const named = { ...body, actingOrganizationId: two.organizationId };
  expect((await it.api.ok(requestMeeting, { params: { fairId }, body: named, token })).requester.organizationId).toBe(
    two.organizationId,
  );
});
