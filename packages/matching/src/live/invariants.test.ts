import fc from "fast-check";
import { expect, test } from "vitest";
import { generatedProfile } from "../../bench/generated-profiles.ts";
import { randomOperation } from "../../bench/random-operations.ts";
import { createClassifier } from "../hs/classifier.ts";
import { stableRandom } from "../market/stable-random.ts";
import type { Profile } from "../profile/profile.ts";
import { officialLexicon } from "../text/lexicon.ts";
import { askedKinds, createSketches, sketchedAnswered, writeSketch } from "./context-sketch.ts";
import { answeredBetween, fitFrom, fitOf, productFit, scale } from "./fit.ts";
import { mostFit, mostFitOfProduct, mostLogistic } from "./fit-bound.ts";
import { createMatcher } from "./matcher.ts";
import { memberFrom } from "./member.ts";
import { dotOf } from "./pair-score.ts";
import { addPosting, createPostings, packed, removePosting } from "./postings.ts";
import { priorScoring, scoreFrom, yesProbability } from "./scoring.ts";
import { createVocabulary } from "./vocabulary.ts";

const knowledge = { lexicon: officialLexicon(), classifier: createClassifier() };
const unitInterval = fc.double({ min: 0, max: 1, noNaN: true });
const seed = fc.integer({ min: 1, max: 1e6 });

test("a better fit of either side never lowers the score of a pair", () => {
  fc.assert(
    fc.property(unitInterval, unitInterval, unitInterval, fc.constantFrom(0.4, 0.5, 0.6), (own, other, more, share) => {
      const score = (buyerFit: number, exhibitorFit: number) =>
        scoreFrom(
          yesProbability(priorScoring.buyer, buyerFit, exhibitorFit, 0),
          yesProbability(priorScoring.exhibitor, exhibitorFit, buyerFit, 0),
          share,
        );
      const better = own + (1 - own) * more;
      expect(score(better, other)).toBeGreaterThanOrEqual(score(own, other));
      expect(score(other, better)).toBeGreaterThanOrEqual(score(other, own));
    }),
  );
});

test("fits lie between 0 and 1, rise with the product, and their bounds hold", () => {
  fc.assert(
    fc.property(seed, fc.double({ min: 0, max: 3, noNaN: true }), (number, times) => {
      const random = stableRandom(number);
      const vocabulary = createVocabulary();
      const [a, b] = (["buyer", "exhibitor"] as const).map((side) =>
        memberFrom(generatedProfile(side, side, random), knowledge, vocabulary),
      );
      const sketches = createSketches();
      writeSketch(sketches, 0, a!);
      writeSketch(sketches, 1, b!);
      const dot = Math.round(times * scale);
      const fit = fitOf(a!, b!, dot);
      expect(fit).toBeGreaterThanOrEqual(0);
      expect(fit).toBeLessThanOrEqual(1);
      expect(fitOf(a!, b!, dot + 1000)).toBeGreaterThanOrEqual(fit);
      const answered = sketchedAnswered(sketches, 0, 1);
      const kinds = askedKinds(sketches, 0);
      expect(answered).toBe(answeredBetween(a!, b!));
      expect(dot === 0 ? 0 : fitFrom(productFit(dot), answered, kinds)).toBe(fit);
      expect(mostFit(dot, answered, kinds)).toBeGreaterThanOrEqual(fit);
      expect(mostFitOfProduct(dot)).toBeGreaterThanOrEqual(mostFit(dot, answered, kinds));
      expect(mostLogistic(8 * (fit - 0.5))).toBeGreaterThanOrEqual(1 / (1 + Math.exp(-8 * (fit - 0.5))));
    }),
    { numRuns: 200 },
  );
});

test("with more values than bits a sketch gives the same answers, or says that it cannot tell", () => {
  const vocabulary = createVocabulary();
  const sketches = createSketches();
  const random = stableRandom(4);
  const some = (most: number) => Array.from({ length: Math.floor(random() * most) }, () => `v${Math.floor(random() * 300)}`);
  const members = Array.from({ length: 120 }, (_, at) => {
    const item = { hsCodes: ["6203"], tags: some(6), certificates: some(6), markets: some(6) };
    return memberFrom({ id: `m${at}`, side: "buyer", offers: [item], needs: [item], languages: some(3) }, knowledge, vocabulary);
  });
  for (const [at, member] of members.entries()) writeSketch(sketches, at, member);
  let told = 0;
  for (const [a, needy] of members.entries()) {
    for (const [b, offering] of members.entries()) {
      const answered = sketchedAnswered(sketches, a, b);
      if (answered < 0) continue;
      told++;
      expect(answered).toBe(answeredBetween(needy, offering));
    }
  }
  expect(told).toBeGreaterThan(100);
  expect(told).toBeLessThan(members.length ** 2);
});

test("answering more of what is asked never lowers the fit", () => {
  const vocabulary = createVocabulary();
  const buyer = memberFrom(
    { id: "b", side: "buyer", offers: [], needs: [{ hsCodes: ["6203"], certificates: ["GOTS", "BSCI"] }], countries: ["BR"] },
    knowledge,
    vocabulary,
  );
  const fitWith = (certificates: string[], markets: string[]) => {
    const offering = memberFrom(
      { id: "e", side: "exhibitor", offers: [{ hsCodes: ["6203"], certificates, markets }], needs: [] },
      knowledge,
      vocabulary,
    );
    return fitOf(buyer, offering, dotOf(buyer, offering));
  };
  const fits = [
    fitWith(["CE"], ["US"]),
    fitWith(["CE", "GOTS"], ["US"]),
    fitWith(["GOTS", "BSCI"], ["US"]),
    fitWith(["GOTS", "BSCI"], ["US", "BR"]),
  ];
  expect([...fits].sort((x, y) => x - y)).toEqual(fits);
});

test("through random changes nobody is shown an excluded member, one that said no, or more often than allowed", () => {
  const random = stableRandom(21);
  const knobs = { listLength: 5, depth: 10, exposurePerSeat: 1 };
  const matcher = createMatcher({}, { knowledge, knobs });
  const profiles = new Map<string, Profile>();
  const refused = new Set<string>();
  for (let step = 0; step < 600; step++) {
    const operation = randomOperation([...profiles.keys()], 40, random);
    if (operation.do === "upsert") {
      profiles.set(operation.profile.id, operation.profile);
      matcher.upsert(operation.profile);
    } else if (operation.do === "remove") {
      profiles.delete(operation.id);
      matcher.remove(operation.id);
    } else if (operation.do === "record") {
      const { actorId, targetId, kind } = operation.decision;
      if (kind === "declined" || kind === "noThanks") refused.add(`${actorId} ${targetId}`).add(`${targetId} ${actorId}`);
      matcher.record(operation.decision);
    } else {
      const { capacity: _, ...profile } = profiles.get(operation.id)!;
      profiles.set(operation.id, operation.capacity === undefined ? profile : { ...profile, capacity: operation.capacity });
      matcher.capacityChanged(operation.id, operation.capacity);
    }
    expect(
      violations(profiles, refused, (id) => matcher.listOf(id).map((entry) => entry.id)),
      `after step ${step}`,
    ).toEqual([]);
  }
}, 60_000);

function violations(profiles: Map<string, Profile>, refused: Set<string>, listOf: (id: string) => string[]): string[] {
  const found: string[] = [];
  const shown = new Map<string, number>();
  for (const [id, profile] of profiles) {
    for (const other of listOf(id)) {
      const partner = profiles.get(other)!;
      shown.set(other, (shown.get(other) ?? 0) + 1);
      if (refused.has(`${id} ${other}`)) found.push(`${other} said no to ${id}`);
      if (partner.side === profile.side) found.push(`${other} is on the side of ${id}`);
      if (excludes(profile, partner) || excludes(partner, profile)) found.push(`${id} and ${other} are excluded`);
    }
  }
  for (const [id, count] of shown)
    if (count > (profiles.get(id)!.capacity ?? Number.POSITIVE_INFINITY)) found.push(`${id} is shown ${count} times`);
  return found;
}

const excludes = ({ exclusions = {} }: Profile, other: Profile): boolean =>
  (exclusions.organizations ?? []).includes(other.organizationId!) ||
  (other.countries ?? []).some((country) => (exclusions.countries ?? []).includes(country));

test("a million postings of one term are held, and one of them can go", () => {
  const postings = createPostings();
  for (let member = 0; member < 1_000_000; member++) addPosting(postings, 3, packed(member, 7));
  removePosting(postings, 3, packed(999_999, 7));
  expect(postings.length[3]).toBe(999_999);
});
