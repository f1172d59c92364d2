import type { Lists } from "./lists.ts";
import type { Market } from "./market.ts";
import { sortSegment } from "./sort-segment.ts";

const patience = 20;

/**
 * No lists can have more expected matches than this. For any t > 0 per pair, v(r)v(s) <= (t v(r)^2 + v(s)^2 / t) / 2, and
 * for fixed t each list is best sorted by weight times t; the bound is the smallest such sum found by subgradient steps
 * on log t from the ranks of a solution. Every step gives a valid bound. O(steps x pairs x log of list length).
 */
export function upperBound(market: Market, lists: Lists, attention: Float64Array, steps: number): number {
  const t = Float64Array.from({ length: market.edges }, (_, e) =>
    Math.log(attention[lists.rightRank[e]!]! / attention[lists.leftRank[e]!]!),
  );
  const bestT = t.slice();
  const [left, right] = [
    createHalf(market, market.leftStart, undefined),
    createHalf(market, market.rightStart, market.rightEdges),
  ];
  let best = Number.POSITIVE_INFINITY;
  let size = 0.5;
  for (let step = 0, idle = 0; step < steps; step++) {
    const value = (half(market, left, attention, t, 1) + half(market, right, attention, t, -1)) / 2;
    idle = value < best ? 0 : idle + 1;
    if (value < best) bestT.set(t);
    best = Math.min(best, value);
    if (idle > patience) {
      size *= 0.6;
      idle = 0;
      t.set(bestT);
    }
    for (let e = 0; e < market.edges; e++)
      t[e]! -= (size * (left.part[e]! - right.part[e]!)) / (left.part[e]! + right.part[e]! + 1e-3);
  }
  return best;
}

type Half = { start: Int32Array; order: Int32Array; key: Float64Array; part: Float64Array };

const createHalf = (market: Market, start: Int32Array, grouped: Int32Array | undefined): Half => ({
  start,
  order: grouped?.slice() ?? Int32Array.from({ length: market.edges }, (_, e) => e),
  key: new Float64Array(market.edges),
  part: new Float64Array(market.edges),
});

function half(market: Market, { start, order, key, part }: Half, attention: Float64Array, t: Float64Array, sign: number): number {
  for (let e = 0; e < market.edges; e++) key[e] = market.match[e]! * Math.exp(sign * t[e]!);
  let sum = 0;
  for (let m = 0; m + 1 < start.length; m++) {
    sortSegment(order, start[m]!, start[m + 1]!, key);
    for (let at = start[m]!; at < start[m + 1]!; at++) {
      const edge = order[at]!;
      part[edge] = key[edge]! * attention[at - start[m]! + 1]! ** 2;
      sum += part[edge]!;
    }
  }
  return sum;
}
