import type { Lists } from "./lists.ts";
import type { Market } from "./market.ts";

/** Expected mutual matches: the sum over pairs of match probability and the attention of both ranks. */
export function expectedMatches(market: Market, lists: Lists, attention: Float64Array): number {
  let sum = 0;
  for (let e = 0; e < market.edges; e++)
    sum += market.match[e]! * attention[lists.leftRank[e]!]! * attention[lists.rightRank[e]!]!;
  return sum;
}

export type Utilities = { left: Float64Array; right: Float64Array };

/** Expected matches of each member. */
export function utilities(market: Market, lists: Lists, attention: Float64Array): Utilities {
  const left = new Float64Array(market.left);
  const right = new Float64Array(market.right);
  for (let e = 0; e < market.edges; e++) {
    const value = market.match[e]! * attention[lists.leftRank[e]!]! * attention[lists.rightRank[e]!]!;
    left[market.edgeLeft[e]!]! += value;
    right[market.edgeRight[e]!]! += value;
  }
  return { left, right };
}
