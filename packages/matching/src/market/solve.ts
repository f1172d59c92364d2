import { refuse } from "../errors.ts";
import { type Attention, attentionTable, reciprocalRank } from "./attention.ts";
import { balancedStart } from "./balanced-start.ts";
import { climb, type Workspace } from "./climb.ts";
import { makeFair } from "./fair-climb.ts";
import { createLists, type Lists } from "./lists.ts";
import type { Market } from "./market.ts";
import { expectedMatches } from "./measure.ts";
import { improve, restartAround } from "./refine.ts";

export type SolveKnobs = {
  /** How attention falls with the rank; 1/rank when absent. */
  attention?: Attention;
  /** Share of the expected matches that may be given up to remove envy, 0 to 1; 0 when absent. */
  fairnessLoss?: number;
  /** Restarts of the local search; by default more for small markets, none above 20,000 pairs. */
  restarts?: number;
};

export type Solution = { market: Market; lists: Lists; expectedMatches: number; space: Workspace };

const restartWork = 250_000;
const swapLimit = 200_000;
const sweepLimit = 30;
const largeMarketSweeps = 6;

/**
 * Ranked lists for both sides that make expected mutual matches high, and fair if asked. Cold: from the market alone.
 * O(sweeps x pairs x log of list length) time, about 45 bytes a pair beside the market. Deterministic.
 */
export function solveMarket(market: Market, knobs: SolveKnobs = {}): Solution {
  const { fairnessLoss = 0, restarts = defaultRestarts(market) } = knobs;
  if (!(fairnessLoss >= 0 && fairnessLoss <= 1)) refuse("KNOB_INVALID", { fairnessLoss });
  const space = { key: new Float64Array(market.edges), attention: attentionTable(market, knobs.attention ?? reciprocalRank) };
  const lists = createLists(market);
  balancedStart(market, lists, space.key);
  const small = market.edges <= swapLimit;
  climb(market, lists, space, small ? sweepLimit : largeMarketSweeps);
  if (small) improve(market, lists, space, 2);
  restartAround(market, lists, space, restarts);
  if (fairnessLoss > 0) makeFair(market, lists, space, fairnessLoss);
  return { market, lists, expectedMatches: expectedMatches(market, lists, space.attention), space };
}

const defaultRestarts = (market: Market): number =>
  market.edges > 20_000 || market.edges === 0 ? 0 : Math.min(100, Math.floor(restartWork / market.edges));
