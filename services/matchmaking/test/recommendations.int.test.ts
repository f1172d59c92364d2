import { newId } from "@rialto/contracts/kernel/ids";
import { recommendationsChanged, recommendationsTopic } from "@rialto/contracts/matchmaking/events";
import { explainRecommendation, reportOnRecommendations } from "@rialto/contracts/matchmaking/explanation-operations";
import {
  cancelMeeting,
  declineMeeting,
  listPreferences,
  listRecommendations,
  notePreference,
  requestMeeting,
} from "@rialto/contracts/matchmaking/operations";
import {
  needPublished,
  offerPublished,
  offerWithdrawn,
  organizationChanged,
  organizationRegistered,
  organizationRejected,
  organizationVerified,
} from "@rialto/contracts/registry/events";
import { databaseOf } from "@rialto/persistence/connection";
import { eventually } from "@rialto/testing/eventually";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMatchEngine } from "../src/matching/match-engine.ts";
import { reviseListsAfterCatchingUp } from "../src/matching/revise-lists.ts";
import { readMatchRows } from "../src/store/match-rows.ts";
import { aListing } from "./builders.ts";
import { type MatchmakingFixture, matchmakingFixture, type Person } from "./fixture.ts";

let it: MatchmakingFixture;
beforeAll(async () => {
  it = await matchmakingFixture();
});
afterAll(() => it?.dispose());

const denim = { title: { en: "Stretch denim trousers" }, hsCodes: ["6203"], tags: ["denim"], markets: ["BR"] };

async function scene() {
  const fairId = await it.planFair();
  const exhibitor = await it.admit(fairId, { country: "CN" });
  const buyer = await it.admit(fairId, { role: "buyer", country: "BR" });
  return { fairId, exhibitor, buyer };
}

const list = (fairId: string, { token }: Person) => it.api.ok(listRecommendations, { params: { fairId }, query: {}, token });
const others = async (fairId: string, person: Person) =>
  (await list(fairId, person)).items.map(({ organizationId }) => organizationId);
const sees = (fairId: string, person: Person, expected: string[]) =>
  eventually(`the list is ${expected.length} long`, async () => {
    const present = await others(fairId, person);
    return present.length === expected.length && expected.every((id) => present.includes(id));
  });

test("an offer meets a need: both sides learn of it with one event each, and the list says who, why and what is going on", async () => {
  const { fairId, exhibitor, buyer } = await scene();
  const events = await it.collect([recommendationsTopic], [recommendationsChanged]);
  await it.need(fairId, buyer.organizationId, denim);
  await it.offer(fairId, exhibitor.organizationId, denim);
  const toBuyer = await events.awaitEvent(recommendationsChanged, { organizationId: buyer.organizationId });
  const toExhibitor = await events.awaitEvent(recommendationsChanged, { organizationId: exhibitor.organizationId });
  const [seen, seenBack] = [toBuyer.data.entered[0], toExhibitor.data.entered[0]];
  expect([seen?.organizationId, seenBack?.organizationId]).toEqual([exhibitor.organizationId, buyer.organizationId]);
  expect([seen?.fit.mine, seen?.fit.theirs]).toEqual([seenBack?.fit.theirs, seenBack?.fit.mine]);
  expect(seen?.score).toBeCloseTo((seen?.fit.mine ?? 0) * (seen?.fit.theirs ?? 0), 2);
  const codes = seen?.reasons.map(({ code }) => code);
  expect(codes?.[0]).toBe("hsHeading");
  expect(codes).toEqual(expect.arrayContaining(["hsHeading", "words", "market", "tag"]));
  expect(seen?.reasons[0]).toMatchObject({
    of: "own",
    values: ["6203"],
    name: { en: expect.any(String), zh: expect.any(String) },
  });
  expect(toBuyer.causationId).toBeDefined();

  const body = { recipientOrganizationId: exhibitor.organizationId, proposedSlotIds: ["d1-0930"] };
  await it.api.ok(requestMeeting, { params: { fairId }, body, token: buyer.token });
  const params = { fairId, organizationId: exhibitor.organizationId };
  await it.api.ok(notePreference, { params, body: { preference: "mustMeet" }, token: buyer.token });
  const { items, version } = await list(fairId, buyer);
  expect(version).toBe(toBuyer.seq);
  expect(items).toMatchObject([
    { profile: { country: "CN" }, offers: [{ title: denim.title }], preference: "mustMeet", meeting: { status: "pending" } },
  ]);
  await events.stop();
});

test("repeated and late events change nothing; a withdrawn offer stays withdrawn", async () => {
  const { fairId, exhibitor, buyer } = await scene();
  const needId = newId();
  const ids = { organizationId: buyer.organizationId, fairId };
  const published = await it.publish(needPublished, {
    needId,
    ...ids,
    content: aListing(denim).content,
    publishedAt: it.clock.now,
  });
  const offerId = newId();
  const own = { offerId, organizationId: exhibitor.organizationId, fairId };
  const first = await it.publish(offerPublished, { ...own, content: aListing(denim).content, publishedAt: it.clock.now });
  await sees(fairId, buyer, [exhibitor.organizationId]);
  const { version } = await list(fairId, buyer);
  await it.repeat([first, published, first]);
  await it.publish(offerWithdrawn, { ...own, withdrawnAt: it.clock.now });
  await sees(fairId, buyer, []);
  expect((await list(fairId, buyer)).version).toBe(version + 1);
  await it.repeat([first]);
  const marker = await it.admit(fairId);
  await it.offer(fairId, marker.organizationId, denim);
  await sees(fairId, buyer, [marker.organizationId]);
});

test("an offer that comes before its organization is matched once the organization is verified", async () => {
  const { fairId, buyer } = await scene();
  await it.need(fairId, buyer.organizationId, denim);
  const organizationId = newId();
  const { publish, clock } = it;
  await publish(offerPublished, {
    offerId: newId(),
    organizationId,
    fairId,
    content: aListing(denim).content,
    publishedAt: clock.now,
  });
  await eventually("the offer is noted", () => it.deps.organizations.get(organizationId));
  const profile = organizationRegistered.example.profile;
  await publish(organizationRegistered, {
    organizationId,
    fairId,
    profile: { ...profile, role: "exhibitor" },
    registeredAt: clock.now,
  });
  await eventually("it is registered", async () => (await it.deps.organizations.get(organizationId))?.status === "registered");
  expect(await others(fairId, buyer)).toEqual([]);
  await publish(organizationVerified, { organizationId, fairId, verifiedAt: clock.now });
  await sees(fairId, buyer, [organizationId]);
});

test("no thanks takes both out of each other's lists until it is taken back", async () => {
  const { fairId, exhibitor, buyer } = await scene();
  await it.need(fairId, buyer.organizationId, denim);
  await it.offer(fairId, exhibitor.organizationId, denim);
  await sees(fairId, buyer, [exhibitor.organizationId]);
  await sees(fairId, exhibitor, [buyer.organizationId]);
  const params = { fairId, organizationId: exhibitor.organizationId };
  const noted = await it.api.ok(notePreference, { params, body: { preference: "noThanks" }, token: buyer.token });
  expect(noted).toMatchObject({ preference: "noThanks", version: 1 });
  await sees(fairId, buyer, []);
  await sees(fairId, exhibitor, []);
  const body = { recipientOrganizationId: buyer.organizationId, proposedSlotIds: ["d1-0930"] };
  expect(await it.api.refused(requestMeeting, { params: { fairId }, body, token: exhibitor.token })).toMatchObject({
    code: "MEETING_NOT_POSSIBLE",
  });
  const said = await it.api.ok(listPreferences, { params: { fairId }, query: {}, token: buyer.token });
  expect(said.items).toEqual([noted]);
  const back = await it.api.ok(notePreference, { params, body: { preference: null }, token: buyer.token });
  expect(back).toMatchObject({ preference: null, version: 2 });
  await sees(fairId, buyer, [exhibitor.organizationId]);
  await sees(fairId, exhibitor, [buyer.organizationId]);
});

test("a pair is explained to each side in both languages, and what the other thinks of it stays its own", async () => {
  const { fairId, exhibitor, buyer } = await scene();
  await it.need(fairId, buyer.organizationId, { ...denim, certificates: ["GOTS"] });
  await it.offer(fairId, exhibitor.organizationId, { ...denim, certificates: ["BSCI"] });
  await sees(fairId, buyer, [exhibitor.organizationId]);
  const explain = ({ token }: Person, { organizationId }: Person) =>
    it.api.ok(explainRecommendation, { params: { fairId, organizationId }, query: {}, token });
  const found = await explain(buyer, exhibitor);
  expect(found).toMatchObject({ organizationId: buyer.organizationId, isRecommended: true, obstacles: [] });
  expect(found.advice.map(({ text }) => text)).toContainEqual({ en: "They lack certificates: GOTS", zh: "对方缺少认证：GOTS" });
  const params = { fairId, organizationId: exhibitor.organizationId };
  await it.api.ok(notePreference, { params, body: { preference: "noThanks" }, token: buyer.token });
  await sees(fairId, exhibitor, []);
  expect((await explain(buyer, exhibitor)).obstacles.map(({ code }) => code)).toEqual(["YOU_SAID_NO_THANKS"]);
  expect((await explain(exhibitor, buyer)).obstacles.map(({ code }) => code)).toEqual(["NOT_POSSIBLE"]);
  const stranger = { params: { fairId, organizationId: newId() }, query: {}, token: buyer.token };
  expect((await it.api.refused(explainRecommendation, stranger)).code).toBe("OTHER_ORGANIZATION_NOT_FOUND");
  const pending = await it.admit(newId());
  const elsewhere = { params: { fairId, organizationId: exhibitor.organizationId }, query: {}, token: pending.token };
  expect((await it.api.refused(explainRecommendation, elsewhere)).status).toBe(403);
});

test("the organizer sees how evenly the lists spread attention", async () => {
  const { fairId, exhibitor, buyer } = await scene();
  await it.need(fairId, buyer.organizationId, denim);
  await it.offer(fairId, exhibitor.organizationId, denim);
  await sees(fairId, buyer, [exhibitor.organizationId]);
  const alone = await it.admit(fairId);
  const token = await it.tokenFor(fairId, "organizer");
  const report = () => it.api.ok(reportOnRecommendations, { params: { fairId }, token });
  await eventually("all three are in the market", async () => (await report()).members === 3);
  expect(await report()).toMatchObject({
    exposure: { least: 0, most: 1 },
    coverage: expect.closeTo(2 / 3),
    uncovered: [alone.organizationId],
  });
});

test("a rejected organization leaves every list and has none of its own", async () => {
  const { fairId, exhibitor, buyer } = await scene();
  await it.need(fairId, buyer.organizationId, denim);
  await it.offer(fairId, exhibitor.organizationId, denim);
  await sees(fairId, exhibitor, [buyer.organizationId]);
  await sees(fairId, buyer, [exhibitor.organizationId]);
  await it.publish(organizationRejected, {
    organizationId: exhibitor.organizationId,
    fairId,
    reason: "No licence",
    rejectedAt: it.clock.now,
  });
  await sees(fairId, buyer, []);
  await eventually("its own list is empty", async () => {
    const { state } = await it.deps.recommendations.load(exhibitor.organizationId);
    return state.entries.length === 0;
  });
});

test("a replica that starts puts a list right that nobody finished writing", async () => {
  const { fairId, exhibitor, buyer } = await scene();
  await it.need(fairId, buyer.organizationId, denim);
  await it.offer(fairId, exhibitor.organizationId, denim);
  await sees(fairId, buyer, [exhibitor.organizationId]);
  // The replica that runs has nothing left to write, or it would put the list right itself.
  await reviseListsAfterCatchingUp(it.deps, { correlationId: newId() });
  await it.deps.recommendations.model.updateOne({ _id: buyer.organizationId }, { $set: { "state.entries": [] } });
  expect(await others(fairId, buyer)).toEqual([]);
  const second = await it.startAgain();
  await sees(fairId, buyer, [exhibitor.organizationId]);
  await second.stop();
});

test("a booked meeting takes the two off each other's lists, a cancelled one brings them back, a decline is for good", async () => {
  const { fairId, exhibitor, buyer } = await scene();
  await it.assignBooth(fairId, exhibitor.organizationId);
  await it.need(fairId, buyer.organizationId, denim);
  await it.offer(fairId, exhibitor.organizationId, denim);
  await sees(fairId, buyer, [exhibitor.organizationId]);
  const meetingId = await it.book(fairId, buyer, exhibitor);
  await sees(fairId, buyer, []);
  await sees(fairId, exhibitor, []);
  await it.api.ok(cancelMeeting, { params: { fairId, meetingId }, body: {}, token: buyer.token });
  await sees(fairId, buyer, [exhibitor.organizationId]);
  const again = await it.request(fairId, buyer, exhibitor);
  await it.api.ok(declineMeeting, { params: { fairId, meetingId: again }, body: {}, token: exhibitor.token });
  await sees(fairId, buyer, []);
  await sees(fairId, exhibitor, []);
});

test("two replicas end in the lists that one computation over all rows gives, whoever handled what", {
  timeout: 120_000,
}, async () => {
  const second = await it.startAgain();
  const fairId = await it.planFair();
  const headings = ["6203", "6204", "6109"];
  const tags = ["denim", "cotton", "sport"];
  const some = <Value>(values: Value[], count: number) =>
    Array.from({ length: 2 }, (_, index) => values[(count + index * (1 + (count % 2))) % values.length] as Value);
  const people = await Promise.all(
    Array.from({ length: 24 }, (_, count) => it.admit(fairId, count % 2 === 0 ? { role: "buyer", country: "BR" } : {})),
  );
  await Promise.all(
    people.flatMap(({ organizationId }, count) => {
      const content = { hsCodes: some(headings, count), tags: some(tags, count), markets: ["BR"] };
      const publish = count % 2 === 0 ? it.need : it.offer;
      return [publish(fairId, organizationId, content), publish(fairId, organizationId, { ...content, hsCodes: ["6203"] })];
    }),
  );
  await Promise.all(
    people.slice(0, 6).map(({ organizationId }) =>
      it.publish(organizationChanged, {
        organizationId,
        fairId,
        profile: { ...profileOf(organizationId), country: "KR" },
        changedAt: it.clock.now,
      }),
    ),
  );
  function profileOf(organizationId: string) {
    const isBuyer = people.findIndex((person) => person.organizationId === organizationId) % 2 === 0;
    return {
      role: isBuyer ? ("buyer" as const) : ("exhibitor" as const),
      name: { en: "Changed" },
      country: "BR",
      languages: ["en"],
    };
  }
  await eventually(
    "the stored lists equal the computed ones",
    async () => {
      const rows = (await it.deps.organizations.find({ "row.fairId": fairId })).map(({ row }) => row);
      if (rows.filter(({ profile }) => profile?.country === "KR").length < 6) return false;
      if (rows.some(({ offers, needs }) => offers.length + needs.length < 2)) return false;
      const engine = createMatchEngine();
      engine.load(await readMatchRows(databaseOf(it.platform.connection)));
      const differing = [];
      for (const { organizationId } of people) {
        const { state } = await it.deps.recommendations.load(organizationId);
        const stored = state.entries.map((entry) => entry.organizationId);
        const [list] = engine.scored(fairId, [organizationId]).answer;
        const computed = (list?.entries ?? []).map((entry) => entry.organizationId);
        if (stored.length !== computed.length || computed.some((id) => !stored.includes(id))) differing.push(organizationId);
      }
      return differing.length === 0;
    },
    { timeoutMs: 60_000, everyMs: 100 },
  );
  await second.stop();
});
