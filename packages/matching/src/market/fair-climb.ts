import { sortLeft, sortRight, type Workspace } from "./climb.ts";
import { enviousPairs } from "./envy.ts";
import { copyLists, type Lists, restoreLists } from "./lists.ts";
import type { Market } from "./market.ts";
import { expectedMatches, type Utilities, utilities } from "./measure.ts";
import { canPolish, polishEnvy } from "./polish-envy.ts";

const exponents = [0.25, 0.5, 0.75, 1];
const sweeps = 15;
const smallest = 1e-6;

/**
 * Gives up at most `maximumLoss` (a share) of the expected matches for fairness. Each side's positions are handed out for
 * the sum of utility^(1 - a), with a rising towards 1, where it is Nash welfare; the fairest result above the floor stays.
 * Small markets are then polished pair by pair, from that result and from the fairest one, and the better one stays.
 */
export function makeFair(market: Market, lists: Lists, space: Workspace, maximumLoss: number): void {
  const floor = (1 - maximumLoss) * expectedMatches(market, lists, space.attention);
  const allowed = copyLists(lists);
  for (const exponent of exponents) {
    sweepFairly(market, lists, space, exponent);
    if (expectedMatches(market, lists, space.attention) >= floor) restoreLists(allowed, lists);
  }
  restoreLists(lists, canPolish(market) ? polished(market, allowed, copyLists(lists), space, floor) : allowed);
}

function polished(market: Market, allowed: Lists, fairest: Lists, space: Workspace, floor: number): Lists {
  polishEnvy(market, allowed, space.attention, floor);
  polishEnvy(market, fairest, space.attention, floor);
  const better =
    expectedMatches(market, fairest, space.attention) >= floor && envy(market, fairest, space) < envy(market, allowed, space);
  return better ? fairest : allowed;
}

const envy = (market: Market, lists: Lists, space: Workspace): number => enviousPairs(market, lists, space.attention);

/** The right side's lists share out attention among the left members, and the other way round, so each uses the other's weights. */
function sweepFairly(market: Market, lists: Lists, space: Workspace, exponent: number): void {
  let before = utilities(market, lists, space.attention);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    sortRight(market, lists, space, counts(before.left, exponent));
    before = damped(before, utilities(market, lists, space.attention));
    sortLeft(market, lists, space, counts(before.right, exponent));
    before = damped(before, utilities(market, lists, space.attention));
  }
}

const counts = (utility: Float64Array, exponent: number): Float64Array => utility.map((value) => (value + smallest) ** -exponent);

/** The geometric mean with the last value: without it two members take turns at being the poorer one. */
const damped = (before: Utilities, now: Utilities): Utilities => ({
  left: now.left.map((value, i) => Math.sqrt(value * before.left[i]!)),
  right: now.right.map((value, j) => Math.sqrt(value * before.right[j]!)),
});
