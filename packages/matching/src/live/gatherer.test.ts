import { expect, test } from "vitest";
import { bestFirst, createGatherer, gather } from "./gatherer.ts";

function visited(scores: readonly number[]) {
  const gatherer = createGatherer(scores.length);
  for (const [member, score] of scores.entries()) gather(gatherer, score, member);
  const seen: { score: number; member: number }[] = [];
  bestFirst(gatherer, (score, member) => seen.push({ score, member }));
  return seen;
}

test.each([0, 1, 7, 400, 4_095, 5_000])("everybody of %i is visited once, with the score as it was", (count) => {
  const scores = Array.from({ length: count }, (_, at) => ((at * 7_919) % 1_009) / 1_009);
  const seen = visited(scores);
  expect(seen.toSorted((a, b) => a.member - b.member)).toEqual(scores.map((score, member) => ({ score, member })));
});

test("the best come first; only scores that differ in their last bits may change places", () => {
  const scores = Array.from({ length: 1_000 }, (_, at) => ((at * 7_919) % 1_009) / 1_009);
  const seen = visited(scores).map(({ score }) => score);
  expect(seen).toEqual(scores.toSorted((a, b) => b - a));
  const close = visited([0.5, 0.5 + 2 ** -52, 0.9]).map(({ member }) => member);
  expect(close[0]).toBe(2);
});
