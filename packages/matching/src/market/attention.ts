import { refuse } from "../errors.ts";
import type { Market } from "./market.ts";

/** Probability that somebody looks at rank 1, 2, 3, ... of a list; falls with the rank, between 0 and 1. */
export type Attention = (rank: number) => number;

export const reciprocalRank: Attention = (rank) => 1 / rank;

/** Attention by rank as a table for the longest list; index 0 is unused. Throws KNOB_INVALID when it rises or leaves 0 to 1. */
export function attentionTable(market: Market, attention: Attention): Float64Array {
  let longest = 1;
  for (let i = 0; i < market.left; i++) longest = Math.max(longest, market.leftStart[i + 1]! - market.leftStart[i]!);
  for (let j = 0; j < market.right; j++) longest = Math.max(longest, market.rightStart[j + 1]! - market.rightStart[j]!);
  const table = new Float64Array(longest + 1);
  for (let rank = 1; rank <= longest; rank++) {
    table[rank] = attention(rank);
    if (!(table[rank]! >= 0 && table[rank]! <= (rank === 1 ? 1 : table[rank - 1]!)))
      refuse("KNOB_INVALID", { attentionAtRank: rank });
  }
  return table;
}
