import { stableRandom } from "../src/market/stable-random.ts";

export type ProbabilityTable = { left: number; right: number; leftSaysYes: Float64Array[]; rightSaysYes: Float64Array[] };

/**
 * The published generator (Tomita and Yokoyama, RecSys 2024): uniform preferences mixed half and half with a popularity
 * that falls linearly from 1 to 0 over the members of the other side.
 */
export function generatedMarket(left: number, right: number, seed: number): ProbabilityTable {
  const random = stableRandom(seed);
  const mixed = (others: number) =>
    Float64Array.from({ length: others }, (_, at) => 0.5 * random() + 0.5 * popularity(at, others));
  return {
    left,
    right,
    leftSaysYes: Array.from({ length: left }, () => mixed(right)),
    rightSaysYes: Array.from({ length: right }, () => mixed(left)),
  };
}

export const popularity = (at: number, others: number): number => (others < 2 ? 1 : 1 - at / (others - 1));
