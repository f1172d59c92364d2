import { orderLeft, orderRight } from "./climb.ts";
import type { Lists } from "./lists.ts";
import type { Market } from "./market.ts";
import { firstPartners } from "./partners.ts";

const rounds = 5;
const partnerBonus = 1e6;

/**
 * The lists to climb from. Pairs are ordered by the flows of a market with transferable utility (a few rounds of
 * iterative proportional fitting, as in Tomita et al., RecSys 2023), which spreads stars over many lists; and each
 * member's partner in a best matching comes first, because two first ranks are worth more than anything below them.
 */
export function balancedStart(market: Market, lists: Lists, key: Float64Array): void {
  flows(market, key);
  for (const edge of firstPartners(market)) key[edge]! += partnerBonus;
  orderLeft(market, lists, key);
  orderRight(market, lists, key);
}

function flows(market: Market, key: Float64Array): void {
  const left = new Float64Array(market.left).fill(1);
  const right = new Float64Array(market.right).fill(1);
  for (let e = 0; e < market.edges; e++) key[e] = Math.exp(Math.sqrt(market.weight[e]!));
  for (let round = 0; round < rounds; round++) {
    fit(left, right, market.edgeLeft, market.edgeRight, key);
    fit(right, left, market.edgeRight, market.edgeLeft, key);
  }
  for (let e = 0; e < market.edges; e++) key[e]! *= left[market.edgeLeft[e]!]! * right[market.edgeRight[e]!]!;
}

/** Scales one side so that matched and unmatched shares of each member add up to 1. */
function fit(side: Float64Array, other: Float64Array, member: Int32Array, partner: Int32Array, key: Float64Array): void {
  const sums = new Float64Array(side.length);
  for (let e = 0; e < key.length; e++) sums[member[e]!]! += key[e]! * other[partner[e]!]!;
  for (let m = 0; m < side.length; m++) {
    const half = sums[m]! / 2;
    side[m] = Math.sqrt(1 + half * half) - half;
  }
}
