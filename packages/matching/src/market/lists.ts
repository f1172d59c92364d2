import type { Market } from "./market.ts";

export type SideName = "left" | "right";

/**
 * Everybody's ranked list. `leftOrder` holds edges, each left member's segment (market.leftStart) best first; `leftRank`
 * is an edge's rank (from 1) in its left member's list. The same for the right side, segments by market.rightStart.
 */
export type Lists = { leftOrder: Int32Array; rightOrder: Int32Array; leftRank: Int32Array; rightRank: Int32Array };

export function createLists(market: Market): Lists {
  const leftOrder = Int32Array.from({ length: market.edges }, (_, e) => e);
  const rightOrder = market.rightEdges.slice();
  const lists = { leftOrder, rightOrder, leftRank: new Int32Array(market.edges), rightRank: new Int32Array(market.edges) };
  for (let i = 0; i < market.left; i++) rankSegment(leftOrder, lists.leftRank, market.leftStart[i]!, market.leftStart[i + 1]!);
  for (let j = 0; j < market.right; j++)
    rankSegment(rightOrder, lists.rightRank, market.rightStart[j]!, market.rightStart[j + 1]!);
  return lists;
}

export function rankSegment(order: Int32Array, rank: Int32Array, start: number, end: number): void {
  for (let at = start; at < end; at++) rank[order[at]!] = at - start + 1;
}

export const copyLists = (lists: Lists): Lists => ({
  leftOrder: lists.leftOrder.slice(),
  rightOrder: lists.rightOrder.slice(),
  leftRank: lists.leftRank.slice(),
  rightRank: lists.rightRank.slice(),
});

export function restoreLists(into: Lists, from: Lists): void {
  into.leftOrder.set(from.leftOrder);
  into.rightOrder.set(from.rightOrder);
  into.leftRank.set(from.leftRank);
  into.rightRank.set(from.rightRank);
}

/** One member's list: numbers of members of the other side, best first. */
export function listOf(market: Market, lists: Lists, side: SideName, member: number): number[] {
  const start = side === "left" ? market.leftStart : market.rightStart;
  const order = side === "left" ? lists.leftOrder : lists.rightOrder;
  const other = side === "left" ? market.edgeRight : market.edgeLeft;
  return Array.from(order.subarray(start[member]!, start[member + 1]!), (edge) => other[edge]!);
}
