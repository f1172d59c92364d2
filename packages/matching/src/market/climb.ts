import { type Lists, rankSegment } from "./lists.ts";
import type { Market } from "./market.ts";
import { sortSegment } from "./sort-segment.ts";

export type Workspace = { key: Float64Array; attention: Float64Array };

const enough = 1e-9;

/**
 * Sorts both sides in turn, each list by marginal value given the other side's lists, until nothing is gained. With the
 * other side fixed the best order of a list is its candidates by marginal value (rearrangement inequality), so no sweep
 * loses. Returns the sweeps made.
 */
export function climb(market: Market, lists: Lists, space: Workspace, maximumSweeps: number): number {
  let before = weightedSum(market, lists, space.attention);
  for (let sweep = 1; sweep <= maximumSweeps; sweep++) {
    sortRight(market, lists, space);
    sortLeft(market, lists, space);
    const after = weightedSum(market, lists, space.attention);
    if (after - before <= enough * before) return sweep;
    before = after;
  }
  return maximumSweeps;
}

export function weightedSum(market: Market, { leftRank, rightRank }: Lists, attention: Float64Array): number {
  let sum = 0;
  for (let e = 0; e < market.edges; e++) sum += market.weight[e]! * attention[leftRank[e]!]! * attention[rightRank[e]!]!;
  return sum;
}

/** Orders every right member's list by weight, the attention it has at the left member, and what that member counts. */
export function sortRight(market: Market, lists: Lists, { key, attention }: Workspace, counts?: Float64Array): void {
  for (let e = 0; e < market.edges; e++) key[e] = market.weight[e]! * attention[lists.leftRank[e]!]!;
  if (counts) for (let e = 0; e < market.edges; e++) key[e]! *= counts[market.edgeLeft[e]!]!;
  orderRight(market, lists, key);
}

export function sortLeft(
  market: Market,
  lists: Lists,
  { key, attention }: Workspace,
  counts?: Float64Array,
  factor?: (edge: number) => number,
): void {
  for (let e = 0; e < market.edges; e++) key[e] = market.weight[e]! * attention[lists.rightRank[e]!]!;
  if (counts) for (let e = 0; e < market.edges; e++) key[e]! *= counts[market.edgeRight[e]!]!;
  if (factor) for (let e = 0; e < market.edges; e++) key[e]! *= factor(e);
  orderLeft(market, lists, key);
}

export function orderLeft(market: Market, lists: Lists, key: Float64Array): void {
  for (let i = 0; i < market.left; i++) {
    sortSegment(lists.leftOrder, market.leftStart[i]!, market.leftStart[i + 1]!, key);
    rankSegment(lists.leftOrder, lists.leftRank, market.leftStart[i]!, market.leftStart[i + 1]!);
  }
}

export function orderRight(market: Market, lists: Lists, key: Float64Array): void {
  for (let j = 0; j < market.right; j++) {
    sortSegment(lists.rightOrder, market.rightStart[j]!, market.rightStart[j + 1]!, key);
    rankSegment(lists.rightOrder, lists.rightRank, market.rightStart[j]!, market.rightStart[j + 1]!);
  }
}
