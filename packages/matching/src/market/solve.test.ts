import fc from "fast-check";
import { expect, test } from "vitest";
import { shownLists } from "./cap-exposure.ts";
import { enviousPairs, envyMatrix } from "./envy.ts";
import { type Lists, listOf } from "./lists.ts";
import { denseMarket, type Market, sparseMarket } from "./market.ts";
import { expectedMatches } from "./measure.ts";
import { solveMarket } from "./solve.ts";
import { stableRandom } from "./stable-random.ts";
import { upperBound } from "./upper-bound.ts";
import { warmUpdate } from "./warm-update.ts";

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const sparse = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })).chain(([left, right]) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(left - 1), fc.nat(right - 1), probability, probability), {
      selector: ([i, j]) => i * right + j,
    })
    .map((pairs) => marketOf(left, right, pairs)),
);

function marketOf(left: number, right: number, pairs: [number, number, number, number][]): Market {
  const column = (at: 0 | 1 | 2 | 3) => pairs.map((pair) => pair[at]);
  return sparseMarket({
    left,
    right,
    pairLeft: column(0),
    pairRight: column(1),
    leftSaysYes: column(2),
    rightSaysYes: column(3),
  });
}

function random(left: number, right: number, seed: number): Market {
  const next = stableRandom(seed);
  const table = (rows: number, columns: number) => Array.from({ length: rows }, () => Array.from({ length: columns }, next));
  return denseMarket(table(left, right), table(right, left));
}

/** Probabilities that fall along both sides: the first members are stars. */
function withStars(left: number, right: number, seed: number): Market {
  const next = stableRandom(seed);
  const table = (rows: number, columns: number) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, (_, at) => 0.5 * next() + 0.5 * (1 - at / columns)));
  return denseMarket(table(left, right), table(right, left));
}

function expectRanksRight(market: Market, lists: Lists): void {
  const leftRank = lists.leftOrder.map((edge, at) => at - market.leftStart[market.edgeLeft[edge]!]! + 1);
  const rightRank = lists.rightOrder.map((edge, at) => at - market.rightStart[market.edgeRight[edge]!]! + 1);
  expect(lists.leftOrder.map((edge) => lists.leftRank[edge]!)).toEqual(leftRank);
  expect(lists.rightOrder.map((edge) => lists.rightRank[edge]!)).toEqual(rightRank);
}

test("every list holds each candidate once, ranks agree, and the bound holds", () => {
  fc.assert(
    fc.property(sparse, (market) => {
      const { lists, expectedMatches: value, space } = solveMarket(market);
      for (let i = 0; i < market.left; i++) {
        const candidates = [...market.edgeRight.subarray(market.leftStart[i]!, market.leftStart[i + 1]!)];
        expect(listOf(market, lists, "left", i).sort((a, b) => a - b)).toEqual(candidates);
      }
      expectRanksRight(market, lists);
      expect(upperBound(market, lists, space.attention, 20)).toBeGreaterThanOrEqual(value - 1e-9);
    }),
    { numRuns: 60 },
  );
});

test("the same market gives the same lists, to the bit", () => {
  const [a, b] = [solveMarket(random(20, 15, 1)), solveMarket(random(20, 15, 1))];
  expect(a.lists).toEqual(b.lists);
});

test("close to the upper bound, and never worse with more restarts", () => {
  const market = random(30, 20, 2);
  const few = solveMarket(market, { restarts: 0 });
  const many = solveMarket(market, { restarts: 20 });
  expect(many.expectedMatches).toBeGreaterThanOrEqual(few.expectedMatches - 1e-9);
  expect(many.expectedMatches / upperBound(market, many.lists, many.space.attention, 400)).toBeGreaterThan(0.95);
});

test("the envy matrix is what its definition says", () => {
  const market = random(4, 3, 3);
  const { lists, space } = solveMarket(market);
  const matrix = envyMatrix(market, lists, space.attention, "left");
  const edge = (i: number, j: number) => i * 3 + j;
  for (const [x, k] of [
    [0, 1],
    [2, 2],
    [3, 0],
  ] as const) {
    const value = [0, 1, 2].reduce(
      (sum, j) => sum + market.match[edge(x, j)]! / (lists.leftRank[edge(x, j)]! * lists.rightRank[edge(k, j)]!),
      0,
    );
    expect(matrix[x * 4 + k]).toBeCloseTo(value, 12);
  }
});

test("fairness removes envy and costs no more than allowed", () => {
  const market = withStars(16, 10, 4);
  const plain = solveMarket(market);
  const fair = solveMarket(market, { fairnessLoss: 0.1 });
  expect(fair.expectedMatches).toBeGreaterThanOrEqual(0.9 * plain.expectedMatches - 1e-9);
  expect(enviousPairs(market, fair.lists, fair.space.attention)).toBeLessThan(
    enviousPairs(market, plain.lists, plain.space.attention),
  );
});

test("a warm update keeps ranks right and loses little against a cold solve", () => {
  const solution = solveMarket(random(40, 30, 5));
  const next = stableRandom(6);
  for (let change = 0; change < 20; change++) warmUpdate(solution, "right", change, Array.from({ length: 40 }, next));
  const { market, lists, space } = solution;
  expectRanksRight(market, lists);
  expect(expectedMatches(market, lists, space.attention)).toBeGreaterThan(0.9 * solveMarket(market).expectedMatches);
  expect(() => warmUpdate(solution, "left", 0, [2])).toThrow("PROBABILITY_INVALID");
});

test("caps are never passed, lists never too long, and room is not wasted", () => {
  fc.assert(
    fc.property(sparse, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), (market, cap, listLength) => {
      const { lists } = solveMarket(market);
      const shown = shownLists(market, lists, "left", { listLength, right: new Array(market.right).fill(cap) });
      const exposure = new Int32Array(market.right);
      for (const edge of shown.flat()) exposure[market.edgeRight[edge]!]!++;
      expect(Math.max(0, ...exposure)).toBeLessThanOrEqual(cap);
      shown.forEach((edges, i) => {
        expect(edges.length).toBeLessThanOrEqual(listLength);
        if (edges.length === listLength) return;
        const hidden = listOf(market, lists, "left", i).filter((j) => !edges.some((edge) => market.edgeRight[edge] === j));
        expect(hidden.filter((j) => exposure[j]! < cap)).toEqual([]);
      });
    }),
    { numRuns: 100 },
  );
});

test("CAPACITY_INVALID: a cap is not negative and not NaN", () => {
  const market = random(2, 2, 1);
  const { lists } = solveMarket(market);
  for (const wrong of [-1, Number.NaN]) {
    expect(() => shownLists(market, lists, "left", { listLength: 1, right: [wrong, 1] })).toThrow("CAPACITY_INVALID");
  }
});
