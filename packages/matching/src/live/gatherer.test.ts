import fc from "fast-check";
import { expect, test } from "vitest";
import { bestFirst, createGatherers, gather } from "./gatherer.ts";
import { kthLargest } from "./select.ts";

const identityOf = (members: number) => ({
  ids: Array.from({ length: members }, (_, at) => `m${at}`),
  hashes: Array.from({ length: members }, (_, at) => (at * 7_919) % 101),
});

function visited(scores: readonly number[], keep = scores.length) {
  const identity = identityOf(scores.length);
  // Somebody else's candidates on both sides of these, so that nobody writes into another's place.
  const gatherers = createGatherers(Int32Array.of(3, keep, 3), identity);
  for (const [member, score] of scores.entries()) {
    for (const owner of [0, 2]) gather(gatherers, owner, 1 + score, member);
    gather(gatherers, 1, score, member);
  }
  const seen: { score: number; member: number }[] = [];
  bestFirst(gatherers, 1, (score, member) => seen.push({ score, member }));
  return { seen, identity };
}

test.each([1, 7, 400, 4_095, 5_000])("everybody of %i is visited once, with the score as it was", (count) => {
  const scores = Array.from({ length: count }, (_, at) => ((at * 7_919) % 1_009) / 1_009);
  const { seen } = visited(scores);
  expect(seen.toSorted((a, b) => a.member - b.member)).toEqual(scores.map((score, member) => ({ score, member })));
});

test("the best come first; only scores that differ in their last bits may change places", () => {
  const scores = Array.from({ length: 1_000 }, (_, at) => ((at * 7_919) % 1_009) / 1_009);
  const seen = visited(scores).seen.map(({ score }) => score);
  expect(seen).toEqual(scores.toSorted((a, b) => b - a));
  const close = visited([0.5, 0.5 + 2 ** -52, 0.9]).seen.map(({ member }) => member);
  expect(close[0]).toBe(2);
});

test("the best that are wanted are among what is kept, however many are equal", () => {
  const few = fc.array(fc.constantFrom(0.1, 0.2, 0.2 + 2 ** -50, 0.3, 0.9), { minLength: 1, maxLength: 90 });
  fc.assert(
    fc.property(few, fc.integer({ min: 1, max: 20 }), (scores, keep) => {
      const { seen, identity } = visited(scores, keep);
      const { hashes, ids } = identity;
      const inOrder = scores
        .map((score, member) => ({ score, member }))
        .sort((a, b) => b.score - a.score || hashes[a.member]! - hashes[b.member]! || (ids[a.member]! < ids[b.member]! ? -1 : 1));
      const kept = new Set(seen.map(({ member }) => member));
      for (const { member } of inOrder.slice(0, keep)) expect(kept).toContain(member);
      expect(seen.length).toBeLessThan(2 * keep + 1);
    }),
  );
});

test("the k-th largest is where sorting puts it, and nothing is moved", () => {
  const some = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(some, fc.nat(), (values, number) => {
      const k = 1 + (number % values.length);
      const padded = Float64Array.of(9, ...values, 9);
      expect(kthLargest(padded, 1, values.length + 1, k)).toBe(values.toSorted((a, b) => b - a)[k - 1]);
      expect([...padded]).toEqual([9, ...values, 9]);
    }),
  );
});
