import { climb, sortLeft, type Workspace, weightedSum } from "./climb.ts";
import { copyLists, type Lists, restoreLists } from "./lists.ts";
import type { Market } from "./market.ts";
import { stableRandom } from "./stable-random.ts";
import { pairedSwaps } from "./swaps.ts";

const swapDepth = 3;
const shakenShare = 0.1;
const shake = 2;

/** Paired swaps and climbing in turn until nothing is gained, at most `passes` times. */
export function improve(market: Market, lists: Lists, space: Workspace, passes: number): void {
  for (let pass = 0; pass < passes; pass++) {
    const gain = pairedSwaps(market, lists, space.attention, swapDepth);
    climb(market, lists, space, 10);
    if (gain === 0) return;
  }
}

/**
 * Iterated local search: some left members' lists are shaken, climbed and improved again; a loss is undone. The random
 * numbers depend on nothing but the round, so equal markets get equal lists.
 */
export function restartAround(market: Market, lists: Lists, space: Workspace, restarts: number): void {
  let best = weightedSum(market, lists, space.attention);
  for (let round = 1; round <= restarts; round++) {
    const kept = copyLists(lists);
    sortLeft(market, lists, space, undefined, shaking(market, round));
    climb(market, lists, space, 20);
    improve(market, lists, space, 2);
    const value = weightedSum(market, lists, space.attention);
    if (value > best) best = value;
    else restoreLists(lists, kept);
  }
}

function shaking(market: Market, round: number): (edge: number) => number {
  const random = stableRandom(round);
  const shaken = Uint8Array.from({ length: market.left }, () => (random() < shakenShare ? 1 : 0));
  return (edge) => (shaken[market.edgeLeft[edge]!] ? Math.exp(shake * (random() - 0.5)) : 1);
}
