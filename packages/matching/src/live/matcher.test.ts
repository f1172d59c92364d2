import { expect, test } from "vitest";
import { naiveLists } from "../../bench/naive-lists.ts";
import { randomOperation } from "../../bench/random-operations.ts";
import { createClassifier } from "../hs/classifier.ts";
import { stableRandom } from "../market/stable-random.ts";
import type { Profile } from "../profile/profile.ts";
import { officialLexicon } from "../text/lexicon.ts";
import { createCandidateIndex, putMember } from "./candidate-index.ts";
import type { Decision } from "./decision.ts";
import { noteDecision } from "./decision-book.ts";
import type { Entry, ListChange } from "./list-change.ts";
import { createMatcher, type Matcher, matcherFromState } from "./matcher.ts";
import { memberFrom } from "./member.ts";
import { priorScoring } from "./scoring.ts";
import { createVocabulary } from "./vocabulary.ts";

const knowledge = { lexicon: officialLexicon(), classifier: createClassifier() };
const knobs = { listLength: 4, depth: 8, exposurePerSeat: 1 };
const create = (profiles: Profile[] = [], decisions: Decision[] = []) =>
  createMatcher({ profiles, decisions }, { knowledge, knobs });

const jeans = (id: string, over: Partial<Profile> = {}): Profile => ({
  id,
  side: "exhibitor",
  offers: [{ text: "denim jeans 牛仔裤", hsCodes: ["6203"] }],
  needs: [],
  ...over,
});
const buyer = (id: string, over: Partial<Profile> = {}): Profile => ({
  id,
  side: "buyer",
  offers: [],
  needs: [{ text: "men's jeans", hsCodes: ["620342"] }],
  ...over,
});
const listed = (matcher: Matcher, id: string) => matcher.listOf(id).map((entry) => entry.id);
const whole = (entries: readonly Entry[]) => entries.map((entry) => ({ ...entry, reasons: entry.reasons() }));
const told = (matcher: Matcher, id: string) => whole(matcher.listOf(id));
const allOf = (changes: readonly ListChange[]) => changes.map((change) => ({ ...change, entered: whole(change.entered) }));

test("lists stay equal to their definition over random operations, and changes say exactly what changed", () => {
  const random = stableRandom(11);
  const matcher = create();
  const told = new Map<string, { id: string; score: number }[]>();
  const profiles = new Map<string, Profile>();
  const decisions: Decision[] = [];
  for (let step = 0; step < 250; step++) {
    const operation = randomOperation([...profiles.keys()], 30, random);
    follow(told, apply(matcher, operation, profiles, decisions));
    for (const id of told.keys()) if (!profiles.has(id)) told.delete(id);
    const index = createCandidateIndex(priorScoring);
    const vocabulary = createVocabulary();
    for (const decision of decisions) noteDecision(index.book, decision);
    for (const profile of [...profiles.values()].reverse()) putMember(index, memberFrom(profile, knowledge, vocabulary));
    for (const [id, list] of naiveLists(index, knobs)) {
      expect(
        matcher.listOf(id).map(({ id, score }) => ({ id, score })),
        `list of ${id} after step ${step}`,
      ).toEqual(list);
      expect(told.get(id) ?? [], `told to ${id} after step ${step}`).toEqual(list);
    }
  }
}, 60_000);

function apply(
  matcher: Matcher,
  operation: ReturnType<typeof randomOperation>,
  profiles: Map<string, Profile>,
  decisions: Decision[],
): ListChange[] {
  switch (operation.do) {
    case "upsert":
      profiles.set(operation.profile.id, operation.profile);
      return matcher.upsert(operation.profile);
    case "remove":
      profiles.delete(operation.id);
      return matcher.remove(operation.id);
    case "record":
      decisions.push(operation.decision);
      return matcher.record(operation.decision);
    case "capacity": {
      const { capacity, ...profile } = profiles.get(operation.id)!;
      profiles.set(operation.id, operation.capacity === undefined ? profile : { ...profile, capacity: operation.capacity });
      return matcher.capacityChanged(operation.id, operation.capacity);
    }
  }
}

/** Keeps what a screen would show if it only heard changes. */
function follow(told: Map<string, { id: string; score: number }[]>, changes: ListChange[]): void {
  for (const { memberId, entered, left, moved } of changes) {
    const list = (told.get(memberId) ?? []).filter(({ id }) => !left.includes(id) && !moved.some((move) => move.id === id));
    const placed = [
      ...entered.map(({ id, score, rank }) => ({ id, score, rank })),
      ...moved.map(({ id, score, to }) => ({ id, score, rank: to })),
    ];
    for (const { id, score, rank } of placed.sort((a, b) => a.rank - b.rank)) list.splice(rank - 1, 0, { id, score });
    told.set(memberId, list);
  }
}

test("a matcher built at once equals one that was told everything, in any order", () => {
  const random = stableRandom(5);
  const [matcher, profiles, decisions] = [create(), new Map<string, Profile>(), [] as Decision[]];
  for (let step = 0; step < 300; step++) apply(matcher, randomOperation([...profiles.keys()], 60, random), profiles, decisions);
  const rebuilt = create([...profiles.values()].reverse(), decisions);
  for (const id of profiles.keys()) expect(told(rebuilt, id)).toEqual(told(matcher, id));
}, 60_000);

test("a matcher that goes on from a state is the one that gave it, then and after every change", () => {
  const random = stableRandom(6);
  const [profiles, decisions] = [new Map<string, Profile>(), [] as Decision[]];
  let matcher = create();
  let other = create();
  for (let step = 0; step < 240; step++) {
    const operation = randomOperation([...profiles.keys()], 40, random);
    const changes = apply(matcher, operation, profiles, decisions);
    expect(allOf(apply(other, operation, profiles, decisions))).toEqual(allOf(changes));
    if (step % 20 !== 0) continue;
    other = matcherFromState(structuredClone(matcher.state()), { knowledge, knobs });
    for (const id of profiles.keys()) expect(told(other, id)).toEqual(told(matcher, id));
    [matcher, other] = [other, matcher];
  }
  expect(() => matcherFromState(matcher.state(), { knowledge })).toThrow("KNOB_INVALID");
}, 60_000);

test("a new offer reaches the buyer's list with score and reasons", () => {
  const matcher = create([buyer("b")]);
  const changes = matcher.upsert(jeans("e"));
  expect(changes.map(({ memberId }) => memberId).sort()).toEqual(["b", "e"]);
  const entry = changes.find(({ memberId }) => memberId === "b")!.entered[0]!;
  expect(entry).toMatchObject({ id: "e", rank: 1 });
  const reasons = entry.reasons();
  expect(reasons[0]).toMatchObject({ code: "SAME_HS", hs: "6203", of: "own" });
  expect(entry.reasons(1)).toEqual(reasons.slice(0, 1));
  matcher.upsert({ ...jeans("e"), offers: [{ text: "green tea", hsCodes: ["0902"] }] });
  matcher.remove("b");
  expect(entry.reasons()).toEqual(reasons);
});

test("a no is absolute, outlives the profile, and cannot be cancelled", () => {
  const matcher = create([buyer("b"), jeans("e")]);
  expect(matcher.record({ actorId: "e", targetId: "b", kind: "declined" }).map(({ left }) => left)).toEqual([["b"], ["e"]]);
  matcher.record({ actorId: "b", targetId: "e", kind: "cancelled" });
  matcher.remove("e");
  matcher.upsert(jeans("e"));
  expect(listed(matcher, "b")).toEqual([]);
  expect(matcher.explain("b", "e").obstacles).toEqual([{ code: "SAID_NO" }]);
});

test("an arranged meeting leaves the lists, a cancelled one comes back", () => {
  const matcher = create([buyer("b"), jeans("e")]);
  matcher.record({ actorId: "b", targetId: "e", kind: "accepted" });
  expect(listed(matcher, "b")).toEqual([]);
  matcher.record({ actorId: "e", targetId: "b", kind: "cancelled" });
  expect(listed(matcher, "b")).toEqual(["e"]);
});

test("exclusions hold in both directions", () => {
  const excluding: Partial<Profile>[] = [
    { exclusions: { organizations: ["o"] } },
    { exclusions: { competitors: ["o"] } },
    { exclusions: { countries: ["CN"] } },
    { met: ["e"] },
    { organizationId: "o" },
  ];
  for (const over of excluding) {
    const matcher = create([buyer("b", over), jeans("e", { organizationId: "o", countries: ["CN"] })]);
    expect([listed(matcher, "b"), listed(matcher, "e")]).toEqual([[], []]);
  }
});

test("a member without seats is shown to nobody, and one seat shows it to its best", () => {
  const buyers = ["b1", "b2", "b3"].map((id) => buyer(id));
  const matcher = create([...buyers, jeans("e", { capacity: 0 })]);
  const seenBy = () => buyers.filter(({ id }) => listed(matcher, id).includes("e")).length;
  expect(seenBy()).toBe(0);
  matcher.capacityChanged("e", 1);
  expect(seenBy()).toBe(1);
  matcher.capacityChanged("e", undefined);
  expect(seenBy()).toBe(3);
});

test("PROFILE_DUPLICATE, MEMBER_UNKNOWN, DECISION_INVALID, CAPACITY_INVALID, PROFILE_INVALID, KNOB_INVALID", () => {
  const matcher = create([buyer("b")]);
  expect(() => create([buyer("b"), buyer("b")])).toThrow("PROFILE_DUPLICATE");
  expect(() => matcher.remove("x")).toThrow("MEMBER_UNKNOWN");
  expect(() => matcher.explain("b", "x")).toThrow("MEMBER_UNKNOWN");
  expect(() => matcher.record({ actorId: "b", targetId: "b", kind: "viewed" })).toThrow("DECISION_INVALID");
  expect(() => matcher.capacityChanged("b", -1)).toThrow("CAPACITY_INVALID");
  expect(() => matcher.upsert(buyer("", {}))).toThrow("PROFILE_INVALID");
  expect(() => createMatcher({}, { knowledge, knobs: { listLength: 0 } })).toThrow("KNOB_INVALID");
});

test("a stored profile that cannot be read is left out and named, when somebody listens; all others are matched", () => {
  const poison = [null, {}, buyer("no", { needs: [{ text: 7 as never }] }), buyer("huge", { capacity: Number.NaN }), buyer("b")];
  const left: string[] = [];
  const unreadable = (profile: Profile, error: unknown) => left.push(`${profile?.id} ${(error as Error).message}`);
  const matcher = createMatcher({ profiles: [buyer("b"), ...poison, jeans("e")] as Profile[] }, { knowledge, unreadable });
  expect(listed(matcher, "b")).toEqual(["e"]);
  expect(left.map((name) => name.split(" ")[0])).toEqual(
    ["null", "undefined", "no", "huge", "b"].map((id) => id.replace("null", "undefined")),
  );
  expect(() => createMatcher({ profiles: poison as Profile[] })).toThrow("PROFILE_INVALID");
});

test("words, ids, codes and kinds that every object knows are only words, ids, codes and kinds", () => {
  const names = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];
  const needs = [
    { text: `jeans ${names.join(" ")}`, hsCodes: ["6203", ...names], tags: names, certificates: names, markets: names },
  ];
  const profiles = names.map((id) =>
    buyer(id, { needs, countries: names, languages: names, exclusions: { organizations: names } }),
  );
  const matcher = createMatcher({ profiles: [...profiles, jeans("e")] });
  expect(names.map((id) => listed(matcher, id))).toEqual(names.map(() => ["e"]));
  expect(matcher.explain("__proto__", "e").score).toBeGreaterThan(0);
  for (const kind of names)
    expect(() => matcher.record({ actorId: "e", targetId: "toString", kind: kind as never })).toThrow("DECISION_INVALID");
  expect(listed(matcher, "e")).toHaveLength(names.length);
});

test("somebody may say no to a whole fair", () => {
  const refused = Array.from({ length: 5_000 }, (_, at) => `organization-${at}`);
  const matcher = create([
    buyer("b", { exclusions: { organizations: refused } }),
    jeans("e", { organizationId: "organization-7" }),
  ]);
  expect(listed(matcher, "b")).toEqual([]);
});

test("empty profiles, emoji, unknown codes and endless texts have a defined result", () => {
  const strange = [
    buyer("empty", { needs: [] }),
    buyer("emoji", { needs: [{ text: "👖🎉" }] }),
    buyer("unknown", { needs: [{ hsCodes: ["0000", "", "zz"] }] }),
    buyer("endless", { needs: [{ text: "denim jeans ".repeat(10_000) }] }),
  ];
  const matcher = create([...strange, jeans("e")]);
  expect(strange.map(({ id }) => listed(matcher, id))).toEqual([[], [], [], ["e"]]);
});
