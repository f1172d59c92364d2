import { newId } from "@rialto/contracts/kernel/ids";
import { expect, test } from "vitest";
import { aListing, anOrganization, aRepresentative } from "../../test/builders.ts";
import { someRows } from "../../test/match-history.ts";
import { seeded } from "../../test/random-actors.ts";
import type { MeetingNews } from "./decisions-of.ts";
import { createMatchEngine, type MatchEngine } from "./match-engine.ts";

const fairId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0001";
const goods = (hs: string) => [aListing({ hsCodes: [hs], markets: ["BR"] })];
const buyer = (hs = "6203") => anOrganization({ fairId, profile: { role: "buyer", country: "BR" }, needs: goods(hs) });
const seller = (hs = "6203") => anOrganization({ fairId, offers: goods(hs) });
const anyMeeting = (overrides: Partial<MeetingNews>): MeetingNews => ({
  meetingId: newId(),
  fairId,
  requesterId: "",
  recipientId: "",
  status: "scheduled",
  wasAskedFor: true,
  isByRun: false,
  noShows: [],
  ...overrides,
});
const idsIn = (engine: MatchEngine, id: string) =>
  engine.scored(fairId, [id]).answer.flatMap(({ entries }) => entries.map((entry) => entry.organizationId));

test("reading everything anew gives the same lists as every single change did, in whatever order they came", () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const random = seeded(seed);
    const headings = ["6203", "6204", "6109"];
    const organizations = Array.from({ length: 14 }, (_, at) =>
      at % 2 === 0 ? buyer(random.one(headings)) : seller(random.one(headings)),
    );
    const live = createMatchEngine();
    live.load(someRows({ fairs: [{ fairId, slots: 3 }] }));
    for (const organization of organizations) {
      const { organizationId } = organization;
      live.apply({ kind: "organization", position: "", organizationId, organization: { ...organization, offers: [] } });
    }
    for (const organization of organizations.toSorted(() => random.below(3) - 1)) {
      const { organizationId } = organization;
      live.apply({ kind: "organization", position: "", organizationId, organization });
    }
    const meetings = new Map<string, MeetingNews>();
    for (let step = 0; step < 30; step += 1) {
      const [one, other] = [random.one(organizations), random.one(organizations)];
      if (one.profile?.role === other.profile?.role) continue;
      const key = [one.organizationId, other.organizationId].sort().join();
      const known = meetings.get(key);
      const next: MeetingNews["status"][] =
        known?.status === "pending"
          ? ["scheduled", "declined", "expired"]
          : known?.status === "scheduled"
            ? ["held", "cancelled"]
            : [];
      if (known !== undefined && next.length === 0) continue;
      const meeting: MeetingNews =
        known === undefined
          ? anyMeeting({ requesterId: one.organizationId, recipientId: other.organizationId, status: "pending" })
          : { ...known, status: random.one(next) };
      meetings.set(key, meeting);
      live.apply({ kind: "meeting", position: "", meeting });
    }
    const anew = createMatchEngine();
    anew.load(someRows({ fairs: [{ fairId, slots: 3 }], organizations, meetings: [...meetings.values()] }));
    const ids = organizations.map(({ organizationId }) => organizationId);
    expect(live.scored(fairId, ids).answer, `seed ${seed}`).toEqual(anew.scored(fairId, ids).answer);
  }
});

test("a schedule that is taken back brings its pairs onto the lists again", () => {
  const [b, s] = [buyer(), seller()];
  const engine = createMatchEngine();
  engine.load(someRows({ organizations: [b, s] }));
  const booked = anyMeeting({ requesterId: b.organizationId, recipientId: s.organizationId, isByRun: true });
  engine.apply({ kind: "meeting", position: "", meeting: booked });
  expect(idsIn(engine, b.organizationId)).toEqual([]);
  engine.apply({ kind: "meeting", position: "", meeting: { ...booked, status: "pending", isByRun: false } });
  expect(idsIn(engine, b.organizationId)).toEqual([s.organizationId]);
});

test("a star is shown to no more buyers than it can receive, three for each free seat, and to more when it brings more people", () => {
  const star = { ...seller(), representatives: [aRepresentative()] };
  const buyers = Array.from({ length: 12 }, () => buyer());
  const engine = createMatchEngine();
  engine.load(someRows({ fairs: [{ fairId, slots: 2 }], organizations: [star, ...buyers] }));
  const shownTo = () => buyers.filter(({ organizationId }) => idsIn(engine, organizationId).includes(star.organizationId)).length;
  expect(shownTo()).toBe(6);
  const organization = { ...star, representatives: [aRepresentative(), aRepresentative()] };
  engine.apply({ kind: "organization", position: "", organizationId: star.organizationId, organization });
  expect(shownTo()).toBe(12);
  const [first] = buyers;
  const meeting = anyMeeting({ requesterId: first!.organizationId, recipientId: star.organizationId });
  engine.apply({ kind: "meeting", position: "", meeting });
  expect(shownTo()).toBe(9);
});

test("what changes is named once, what cannot be finished can be put back", () => {
  const [b, s] = [buyer(), seller()];
  const engine = createMatchEngine();
  engine.load(someRows({ organizations: [b] }));
  engine.moveTo("7");
  engine.apply({ kind: "organization", position: "8", organizationId: s.organizationId, organization: s });
  engine.moveTo("8");
  const { asOf, answer } = engine.takeChanged(10, "changed");
  expect(asOf).toBe("8");
  expect(answer.map(({ organizationId }) => organizationId).sort()).toEqual([b.organizationId, s.organizationId].sort());
  expect(engine.takeChanged(10, "changed").answer).toEqual([]);
  engine.putBack(answer);
  expect(engine.takeChanged(1, "changed").answer).toHaveLength(1);
  expect(engine.takeChanged(10, "all").answer.length).toBeGreaterThanOrEqual(1);
});

test("an explanation says why, why not, and what would help, and the fit is each side's chance of a yes", () => {
  const tea = anOrganization({ fairId, offers: [aListing({ title: { en: "Oolong" }, hsCodes: ["0902"] })] });
  const [b, s] = [buyer(), seller()];
  const engine = createMatchEngine();
  engine.load(someRows({ organizations: [b, s, tea] }));
  const found = engine.explain(fairId, b.organizationId, s.organizationId);
  expect(found?.obstacles).toEqual([]);
  expect(found?.recommendation.score).toBeCloseTo(found!.recommendation.fit.mine * found!.recommendation.fit.theirs, 2);
  expect(engine.explain(fairId, b.organizationId, tea.organizationId)?.obstacles).toEqual([{ code: "TOO_LITTLE_SHARED" }]);
  expect(engine.explain(fairId, b.organizationId, newId())).toBeUndefined();
});

test("organizations of different fairs never meet", () => {
  const other = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0002";
  const [b, s] = [buyer(), { ...seller(), fairId: other }];
  const engine = createMatchEngine();
  engine.load(someRows({ organizations: [b, s] }));
  expect([idsIn(engine, b.organizationId), engine.scored(other, [s.organizationId]).answer[0]?.entries]).toEqual([[], []]);
});
