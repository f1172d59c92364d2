import { rankSegment, type SideName } from "./lists.ts";
import { checkedProbability } from "./market.ts";
import type { Solution } from "./solve.ts";
import { sortSegment } from "./sort-segment.ts";
import { pairedSwaps } from "./swaps.ts";

const rounds = 6;
const swapDepth = 3;
/** Pairs sorted per change at most: a change in a market of millions must not ripple through all of it. */
const workLimit = 60_000;
/** Up to this many pairs the whole market is looked through for paired swaps, above it the changed member's pairs only. */
const smallMarket = 5_000;
/** A change of a pair's marginal value below this moves nobody worth telling. */
const worthSorting = 1e-3;

/**
 * After one member's pair probabilities changed: its list and the lists it is in are sorted again, then the lists that
 * those moves touch, a few rounds outwards. `matches` holds the new match probability of each of the member's edges, in
 * edge order. Returns the members whose lists were sorted. The result is a good one, not the one a cold solve would find.
 */
export function warmUpdate(
  solution: Solution,
  side: SideName,
  member: number,
  matches: ArrayLike<number>,
): { left: number[]; right: number[] } {
  const edges = edgesOf(solution, side, member);
  edges.forEach((edge, at) => {
    const value = checkedProbability(matches[at] ?? Number.NaN);
    solution.market.match[edge] = value;
    solution.market.weight[edge] = value;
  });
  const sorted = resort(solution, side, member, edges);
  const { market, lists, space } = solution;
  const looked = market.edges <= smallMarket ? market.rightEdges : edges;
  pairedSwaps(market, lists, space.attention, swapDepth, looked);
  return sorted;
}

function edgesOf({ market }: Solution, side: SideName, member: number): Int32Array {
  if (side === "right") return market.rightEdges.subarray(market.rightStart[member]!, market.rightStart[member + 1]!);
  const [from, to] = [market.leftStart[member]!, market.leftStart[member + 1]!];
  return Int32Array.from({ length: to - from }, (_, at) => from + at);
}

function resort(solution: Solution, side: SideName, member: number, edges: Int32Array): { left: number[]; right: number[] } {
  const { market } = solution;
  const sorted = { left: new Set<number>(), right: new Set<number>() };
  let dirty = new Set([member]);
  let turn: SideName = side;
  let work = workLimit;
  for (let round = 0; round < rounds && dirty.size > 0; round++) {
    const touched = new Set<number>();
    for (const owner of dirty) {
      if (work <= 0) break;
      work -= sortList(solution, turn, owner, touched);
      sorted[turn].add(owner);
    }
    turn = turn === "left" ? "right" : "left";
    // In the first round every list with the member in it has a new weight, whether or not the member's own order changed.
    if (round === 0) for (const edge of edges) touched.add(turn === "left" ? market.edgeLeft[edge]! : market.edgeRight[edge]!);
    dirty = touched;
  }
  return { left: [...sorted.left], right: [...sorted.right] };
}

/** Sorts one list, adds the members of the other side for whom that changes something worth sorting, returns its length. */
function sortList({ market, lists, space }: Solution, side: SideName, owner: number, touched: Set<number>): number {
  const left = side === "left";
  const [start, order, rank] = left
    ? [market.leftStart, lists.leftOrder, lists.leftRank]
    : [market.rightStart, lists.rightOrder, lists.rightRank];
  const [otherRank, guestOf] = left ? [lists.rightRank, market.edgeRight] : [lists.leftRank, market.edgeLeft];
  const [from, to] = [start[owner]!, start[owner + 1]!];
  for (let at = from; at < to; at++) {
    const edge = order[at]!;
    space.key[edge] = market.weight[edge]! * space.attention[otherRank[edge]!]!;
  }
  sortSegment(order, from, to, space.key);
  for (let at = from; at < to; at++) {
    const edge = order[at]!;
    const change = space.attention[at - from + 1]! - space.attention[rank[edge]!]!;
    if (Math.abs(change) * market.weight[edge]! > worthSorting) touched.add(guestOf[edge]!);
  }
  rankSegment(order, rank, from, to);
  return to - from;
}
