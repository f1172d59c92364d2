import { newId } from "@rialto/contracts/kernel/ids";
import { describe, expect, test } from "vitest";
import { aListing, anOrganization, aRepresentative } from "../../test/builders.ts";
import { someRows } from "../../test/match-history.ts";
import { seeded } from "../../test/random-actors.ts";
import type { Organization } from "../domain/organization.ts";
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
}, 60_000);

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

describe("an organization that cannot be read", () => {
  const poison = (over: Partial<Organization>) => ({ ...seller(), ...over });
  const poisons: [string, Organization][] = [
    ["no title", poison({ offers: [{ id: "x", content: { ...goods("6203")[0]!.content, title: undefined as never } }] })],
    ["no content", poison({ offers: [{ id: "x" } as never] })],
    ["a list that is none", poison({ offers: [aListing({ tags: {} as never })] })],
    ["no languages", poison({ profile: { role: "exhibitor" } as never })],
    ["no listings", poison({ offers: undefined as never })],
  ];

  test.each(poisons)("%s: is left out and named, and all others are matched, at a start and while the fair is on", (_, bad) => {
    const [b, s] = [buyer(), seller()];
    const named: string[] = [];
    const started = createMatchEngine({ setAside: (id) => named.push(id) });
    started.load(someRows({ organizations: [b, bad, s] }));
    expect([idsIn(started, b.organizationId), named]).toEqual([[s.organizationId], [bad.organizationId]]);
    const live = createMatchEngine({ setAside: (id) => named.push(id) });
    live.load(someRows({ organizations: [b] }));
    for (const organization of [{ ...seller(), organizationId: bad.organizationId }, bad, s])
      live.apply({ kind: "organization", position: "", organizationId: organization.organizationId, organization });
    expect(idsIn(live, b.organizationId)).toEqual([s.organizationId]);
    const whole = { ...seller(), organizationId: bad.organizationId };
    live.apply({ kind: "organization", position: "", organizationId: bad.organizationId, organization: whole });
    expect(idsIn(live, b.organizationId).sort()).toEqual([s.organizationId, bad.organizationId].sort());
  });

  test("whoever breaks the engine itself does so once: everything is read anew, and without them", () => {
    const [b, s] = [buyer(), seller()];
    const fault = () => {
      throw new RangeError("a mistake of the engine");
    };
    const bad = Object.defineProperty({ ...seller() }, "fairId", { get: fault });
    const { organizationId } = bad;
    const engine = createMatchEngine();
    engine.load(someRows({ organizations: [b] }));
    expect(() => engine.apply({ kind: "organization", position: "", organizationId, organization: bad })).toThrow(RangeError);
    engine.load(someRows({ organizations: [b, bad, s] }));
    engine.apply({ kind: "organization", position: "", organizationId, organization: { ...seller(), organizationId } });
    expect(idsIn(engine, b.organizationId)).toEqual([s.organizationId]);
  });

  test("a catalogue that cannot be learned from, or a meeting of somebody with itself, leaves the lists as they are", () => {
    const [b, s] = [buyer(), seller()];
    const named: string[] = [];
    const engine = createMatchEngine({ setAside: (id) => named.push(id) });
    const odd = anyMeeting({ requesterId: b.organizationId, recipientId: b.organizationId });
    const catalogues = [{ fairId, items: [null as never] }];
    engine.load(someRows({ organizations: [b, s], meetings: [odd], catalogues }));
    engine.apply({ kind: "meeting", position: "", meeting: { ...odd, meetingId: newId() } });
    expect([idsIn(engine, b.organizationId), named]).toEqual([[s.organizationId], [fairId]]);
  });

  test("a thousand times no thanks is no reason to leave somebody out", () => {
    const [b, s] = [buyer(), seller()];
    const refusals = Array.from({ length: 1_000 }, () => ({
      status: "noted" as const,
      fairId,
      organizationId: b.organizationId,
      aboutOrganizationId: newId(),
      preference: "noThanks" as const,
    }));
    const engine = createMatchEngine({ setAside: (id) => expect(id).toBe("nobody") });
    engine.load(someRows({ organizations: [b, s], refusals: refusals as never }));
    expect(idsIn(engine, b.organizationId)).toEqual([s.organizationId]);
  });
});

test("organizations of different fairs never meet", () => {
  const other = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0002";
  const [b, s] = [buyer(), { ...seller(), fairId: other }];
  const engine = createMatchEngine();
  engine.load(someRows({ organizations: [b, s] }));
  expect([idsIn(engine, b.organizationId), engine.scored(other, [s.organizationId]).answer[0]?.entries]).toEqual([[], []]);
});
