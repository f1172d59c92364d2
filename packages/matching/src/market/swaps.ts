import type { Lists } from "./lists.ts";
import type { Market } from "./market.ts";

const least = 1e-9;

/**
 * One pass of paired swaps: an edge is raised into the first `depth` ranks of both its lists at once, which alternate
 * sorting cannot do because either half alone loses. `only` limits the pass to some edges. Returns the gain in the weighted sum.
 */
export function pairedSwaps(market: Market, lists: Lists, attention: Float64Array, depth: number, only?: Int32Array): number {
  let gain = 0;
  const edges = only?.length ?? market.edges;
  for (let at = 0; at < edges; at++) gain += raise(market, lists, attention, depth, only ? only[at]! : at);
  return gain;
}

function raise(market: Market, lists: Lists, v: Float64Array, depth: number, edge: number): number {
  const { weight, leftStart, rightStart } = market;
  const { leftOrder, rightOrder, leftRank, rightRank } = lists;
  const [i, j] = [market.edgeLeft[edge]!, market.edgeRight[edge]!];
  const [r, s] = [leftRank[edge]!, rightRank[edge]!];
  const [li, rj] = [leftStart[i]!, rightStart[j]!];
  const own = weight[edge]!;
  const now = own * v[r]! * v[s]!;
  // The most both moves could gain: skip the many edges that cannot pay for displacing anybody.
  if (own * v[1]! * v[1]! - now <= least) return 0;
  let best = least;
  let [bestA, bestB] = [0, 0];
  for (let a = Math.min(depth, leftStart[i + 1]! - li); a >= 1; a--) {
    const k = leftOrder[li + a - 1]!;
    const lossLeft = k === edge ? 0 : weight[k]! * v[rightRank[k]!]! * (v[r]! - v[a]!);
    for (let b = Math.min(depth, rightStart[j + 1]! - rj); b >= 1; b--) {
      const l = rightOrder[rj + b - 1]!;
      const lossRight = l === edge ? 0 : weight[l]! * v[leftRank[l]!]! * (v[s]! - v[b]!);
      const gain = own * v[a]! * v[b]! - now + lossLeft + lossRight;
      if (gain > best) {
        best = gain;
        bestA = a;
        bestB = b;
      }
    }
  }
  if (bestA === 0) return 0;
  swapRanks(leftOrder, leftRank, li, r, bestA);
  swapRanks(rightOrder, rightRank, rj, s, bestB);
  return best;
}

/** Exchanges the edges at two ranks (from 1) of the segment that begins at `start`. */
export function swapRanks(order: Int32Array, rank: Int32Array, start: number, a: number, b: number): void {
  const [x, y] = [order[start + a - 1]!, order[start + b - 1]!];
  order[start + a - 1] = y;
  order[start + b - 1] = x;
  rank[x] = b;
  rank[y] = a;
}
