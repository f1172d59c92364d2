import { envyMatrix, envyTolerance } from "./envy.ts";
import { copyLists, type Lists, restoreLists } from "./lists.ts";
import type { Market } from "./market.ts";
import { expectedMatches } from "./measure.ts";
import { stableRandom } from "./stable-random.ts";
import { swapRanks } from "./swaps.ts";

const largestMarket = 4_000;
const moves = 100_000;
const heat = { first: 0.5, last: 0.02 };
const belowFloor = 1000;

/** One side as the owner of lists: a swap in its lists moves members of the other side, which it hosts. */
type Side = {
  size: number;
  guests: number;
  order: Int32Array;
  rank: Int32Array;
  guestRank: Int32Array;
  edge: (owner: number, guest: number) => number;
  start: (owner: number) => number;
  envy: Float64Array;
  guestEnvy: Float64Array;
  guestOf: Int32Array;
};

/** Polishing needs a complete market, and its cost grows with the square of the members: only small ones. */
export const canPolish = ({ edges, left, right }: Market): boolean =>
  edges >= 2 && edges <= largestMarket && edges === left * right;

/**
 * Removes envy pair by pair by annealed swaps of two ranks in one list. Leaves the best lists at or above the floor of
 * expected matches that it met, or the lists it was given when it met none. Deterministic.
 */
export function polishEnvy(market: Market, lists: Lists, attention: Float64Array, floor: number): void {
  const sides = bothSides(market, lists, attention);
  const random = stableRandom(market.edges);
  let total = expectedMatches(market, lists, attention);
  const cost = () => unrest(sides[0]) + unrest(sides[1]) + (belowFloor * Math.max(0, floor - total)) / floor;
  let current = cost();
  let best = current;
  const kept = copyLists(lists);
  for (let move = 0; move < moves; move++) {
    const side = sides[random() < 0.5 ? 0 : 1];
    const owner = Math.floor(random() * side.size);
    const [a, b] = twoRanks(side.guests, random);
    const limit = current - heat.first * (heat.last / heat.first) ** (move / moves) * Math.log(random() + 1e-12);
    if (a === b) continue;
    total += swap(market, side, attention, owner, a, b);
    const next = cost();
    if (next > limit) {
      total += swap(market, side, attention, owner, a, b);
      continue;
    }
    current = next;
    if (current < best - envyTolerance && total >= floor) {
      best = current;
      restoreLists(kept, lists);
    }
  }
  restoreLists(lists, kept);
}

function bothSides(market: Market, lists: Lists, attention: Float64Array): [Side, Side] {
  const [envy, guestEnvy] = [envyMatrix(market, lists, attention, "left"), envyMatrix(market, lists, attention, "right")];
  const { left, right } = market;
  const leftSide: Side = {
    size: left,
    guests: right,
    order: lists.leftOrder,
    rank: lists.leftRank,
    guestRank: lists.rightRank,
    edge: (owner, guest) => owner * right + guest,
    start: (owner) => owner * right,
    envy,
    guestEnvy,
    guestOf: market.edgeRight,
  };
  const rightSide: Side = {
    size: right,
    guests: left,
    order: lists.rightOrder,
    rank: lists.rightRank,
    guestRank: lists.leftRank,
    edge: (owner, guest) => guest * right + owner,
    start: (owner) => owner * left,
    envy: guestEnvy,
    guestEnvy: envy,
    guestOf: market.edgeLeft,
  };
  return [leftSide, rightSide];
}

/** First ranks are drawn more often: envy is about them. */
function twoRanks(length: number, random: () => number): [number, number] {
  const a = 1 + Math.floor(length * random() ** 2);
  const distance = 1 + Math.floor((1 + a) * random());
  const b = random() < 0.5 ? a + distance : a - distance;
  return [a, Math.min(length, Math.max(1, b))];
}

/** Swaps two ranks of one list, keeps both envy matrices right, and returns the change of expected matches. */
function swap(market: Market, side: Side, v: Float64Array, owner: number, a: number, b: number): number {
  const { envy, guestEnvy, guests, size, rank, guestRank } = side;
  const start = side.start(owner);
  const [x, y] = [side.order[start + a - 1]!, side.order[start + b - 1]!];
  const [guestX, guestY] = [side.guestOf[x]!, side.guestOf[y]!];
  const change = v[b]! - v[a]!;
  for (let guest = 0; guest < guests; guest++) {
    const e = side.edge(owner, guest);
    const wish = market.match[e]! * v[guestRank[e]!]! * change;
    guestEnvy[guest * guests + guestX]! += wish;
    guestEnvy[guest * guests + guestY]! -= wish;
  }
  const [wx, wy] = [market.match[x]! * change, market.match[y]! * change];
  for (let k = 0; k < size; k++) {
    envy[owner * size + k]! += wx * v[guestRank[side.edge(k, guestX)]!]! - wy * v[guestRank[side.edge(k, guestY)]!]!;
  }
  swapRanks(side.order, rank, start, a, b);
  return wx * v[guestRank[x]!]! - wy * v[guestRank[y]!]!;
}

/** Every envious pair costs between a half and one, more when the envy is great, so that whole envies disappear. */
function unrest({ envy, size }: Side): number {
  let sum = 0;
  for (let x = 0; x < size; x++) {
    const own = envy[x * size + x]! + envyTolerance;
    for (let k = 0; k < size; k++) {
      const excess = envy[x * size + k]! - own;
      if (excess > 0) sum += 0.5 + (0.5 * excess) / (excess + 0.01) + 3 * excess;
    }
  }
  return sum;
}
