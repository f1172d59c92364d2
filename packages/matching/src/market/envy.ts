import type { Lists, SideName } from "./lists.ts";
import type { Market } from "./market.ts";

/** A difference smaller than this is no envy, only rounding. */
export const envyTolerance = 1e-9;

/**
 * Row x, column k: what x would have with k's positions in the others' lists in place of its own, x's own list unchanged.
 * The diagonal is what x has. Row-major, size x size; O(members x candidates x list length).
 */
export function envyMatrix(market: Market, lists: Lists, attention: Float64Array, side: SideName): Float64Array {
  const left = side === "left";
  const size = left ? market.left : market.right;
  const [member, ownRank, otherRank] = left
    ? [market.edgeLeft, lists.leftRank, lists.rightRank]
    : [market.edgeRight, lists.rightRank, lists.leftRank];
  const matrix = new Float64Array(size * size);
  const [start, order] = left ? [market.rightStart, market.rightEdges] : [market.leftStart, undefined];
  for (let host = 0; host + 1 < start.length; host++) {
    for (let at = start[host]!; at < start[host + 1]!; at++) {
      const mine = order ? order[at]! : at;
      const wish = market.match[mine]! * attention[ownRank[mine]!]!;
      const row = member[mine]! * size;
      for (let to = start[host]!; to < start[host + 1]!; to++) {
        const theirs = order ? order[to]! : to;
        matrix[row + member[theirs]!]! += wish * attention[otherRank[theirs]!]!;
      }
    }
  }
  return matrix;
}

export function countEnvious(matrix: Float64Array, size: number): number {
  let count = 0;
  for (let x = 0; x < size; x++) {
    const own = matrix[x * size + x]!;
    for (let k = 0; k < size; k++) if (k !== x && matrix[x * size + k]! > own + envyTolerance) count++;
  }
  return count;
}

/** Ordered pairs (i, k) of one side where i envies k, both sides together (Tomita and Yokoyama, RecSys 2024). */
export function enviousPairs(market: Market, lists: Lists, attention: Float64Array): number {
  const left = countEnvious(envyMatrix(market, lists, attention, "left"), market.left);
  return left + countEnvious(envyMatrix(market, lists, attention, "right"), market.right);
}
