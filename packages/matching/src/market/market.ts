import { refuse } from "../errors.ts";

/**
 * A two-sided market of candidate pairs ("edges"), left-major: the edges of left member i are leftStart[i] to
 * leftStart[i + 1], ascending by right member. `match` is the probability that both say yes once both look; `weight` is
 * what the solver maximizes (the same array unless one side is given more weight).
 */
export type Market = {
  left: number;
  right: number;
  edges: number;
  leftStart: Int32Array;
  edgeLeft: Int32Array;
  edgeRight: Int32Array;
  rightStart: Int32Array;
  /** Edges grouped by right member, ascending by left member inside a group. */
  rightEdges: Int32Array;
  match: Float64Array;
  weight: Float64Array;
};

export type Pairs = {
  left: number;
  right: number;
  /** Member numbers of each candidate pair, in any order, no pair twice. */
  pairLeft: ArrayLike<number>;
  pairRight: ArrayLike<number>;
  /** Probability that the left (right) member of the pair says yes, between 0 and 1. */
  leftSaysYes: ArrayLike<number>;
  rightSaysYes: ArrayLike<number>;
};

/** How much the left side's wish counts in the order of lists: 0.5 is even, 0.4 to 0.6 is allowed. */
export type SideWeight = { leftShare?: number };

/** Builds a market from candidate pairs. Throws MARKET_INVALID, PROBABILITY_INVALID, KNOB_INVALID. Linear time. */
export function sparseMarket(pairs: Pairs, { leftShare = 0.5 }: SideWeight = {}): Market {
  if (!(leftShare >= 0.4 && leftShare <= 0.6)) refuse("KNOB_INVALID", { leftShare });
  const { left, right } = checkedSize(pairs);
  const order = leftMajor(pairs);
  const edges = order.length;
  const market = emptyMarket(left, right, edges);
  const skewed = leftShare !== 0.5;
  if (skewed) market.weight = new Float64Array(edges);
  for (let e = 0; e < edges; e++) {
    const pair = order[e]!;
    const p = checkedProbability(pairs.leftSaysYes[pair]!);
    const q = checkedProbability(pairs.rightSaysYes[pair]!);
    market.edgeLeft[e] = pairs.pairLeft[pair]!;
    market.edgeRight[e] = pairs.pairRight[pair]!;
    market.match[e] = p * q;
    if (skewed) market.weight[e] = p ** (2 * leftShare) * q ** (2 - 2 * leftShare);
  }
  refuseDuplicates(market);
  return indexed(market);
}

/** Builds a market in which everybody is a candidate of everybody: leftSaysYes[i][j], rightSaysYes[j][i]. */
export function denseMarket(
  leftSaysYes: ArrayLike<number>[],
  rightSaysYes: ArrayLike<number>[],
  weight: SideWeight = {},
): Market {
  const [left, right] = [leftSaysYes.length, rightSaysYes.length];
  const edges = left * right;
  const pairs = {
    left,
    right,
    pairLeft: new Int32Array(edges),
    pairRight: new Int32Array(edges),
    leftSaysYes: new Float64Array(edges),
    rightSaysYes: new Float64Array(edges),
  };
  for (let e = 0; e < edges; e++) {
    const [i, j] = [Math.floor(e / right), e % right];
    pairs.pairLeft[e] = i;
    pairs.pairRight[e] = j;
    pairs.leftSaysYes[e] = leftSaysYes[i]![j] ?? Number.NaN;
    pairs.rightSaysYes[e] = rightSaysYes[j]![i] ?? Number.NaN;
  }
  return sparseMarket(pairs, weight);
}

function checkedSize(pairs: Pairs): { left: number; right: number } {
  const { left, right, pairLeft, pairRight, leftSaysYes, rightSaysYes } = pairs;
  const whole = [left, right].every((size) => Number.isInteger(size) && size >= 0 && size < 2 ** 24);
  const even = [pairRight, leftSaysYes, rightSaysYes].every((list) => list.length === pairLeft.length);
  if (!whole || !even) refuse("MARKET_INVALID", { left, right, pairs: pairLeft.length });
  return { left, right };
}

export function checkedProbability(value: number): number {
  return value >= 0 && value <= 1 ? value : refuse("PROBABILITY_INVALID", { value: String(value) });
}

/** Pair numbers by left, then right member: two counting sorts. */
function leftMajor({ left, right, pairLeft, pairRight }: Pairs): Int32Array {
  const identity = Int32Array.from({ length: pairLeft.length }, (_, pair) => pair);
  return countingSort(countingSort(identity, pairRight, right), pairLeft, left);
}

function countingSort(items: Int32Array, keyOf: ArrayLike<number>, keys: number): Int32Array {
  const start = new Int32Array(keys + 1);
  for (let at = 0; at < items.length; at++) {
    const key = keyOf[items[at]!]!;
    if (!(Number.isInteger(key) && key >= 0 && key < keys)) refuse("MARKET_INVALID", { member: String(key) });
    start[key + 1]!++;
  }
  for (let key = 0; key < keys; key++) start[key + 1]! += start[key]!;
  const sorted = new Int32Array(items.length);
  for (let at = 0; at < items.length; at++) sorted[start[keyOf[items[at]!]!]!++] = items[at]!;
  return sorted;
}

function emptyMarket(left: number, right: number, edges: number): Market {
  const match = new Float64Array(edges);
  return {
    left,
    right,
    edges,
    leftStart: new Int32Array(left + 1),
    edgeLeft: new Int32Array(edges),
    edgeRight: new Int32Array(edges),
    rightStart: new Int32Array(right + 1),
    rightEdges: new Int32Array(edges),
    match,
    weight: match,
  };
}

function refuseDuplicates({ edges, edgeLeft, edgeRight }: Market): void {
  for (let e = 1; e < edges; e++) {
    if (edgeLeft[e] === edgeLeft[e - 1] && edgeRight[e] === edgeRight[e - 1]) {
      refuse("MARKET_INVALID", { duplicatePair: [edgeLeft[e], edgeRight[e]] });
    }
  }
}

function indexed(market: Market): Market {
  const { left, right, edges, edgeLeft, edgeRight, leftStart, rightStart, rightEdges } = market;
  for (let e = 0; e < edges; e++) {
    leftStart[edgeLeft[e]! + 1]!++;
    rightStart[edgeRight[e]! + 1]!++;
  }
  for (let i = 0; i < left; i++) leftStart[i + 1]! += leftStart[i]!;
  for (let j = 0; j < right; j++) rightStart[j + 1]! += rightStart[j]!;
  const next = rightStart.slice();
  for (let e = 0; e < edges; e++) rightEdges[next[edgeRight[e]!]!++] = e;
  return market;
}
