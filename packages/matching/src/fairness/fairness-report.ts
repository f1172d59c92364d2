import type { Matcher } from "../live/matcher.ts";
import type { Lists } from "../market/lists.ts";
import type { Market } from "../market/market.ts";
import { utilities } from "../market/measure.ts";

/** How something is spread over members: evenly (Gini 0) or all with one (towards 1), and what the worst-off tenth has. */
export type Distribution = { total: number; mean: number; gini: number; worstTenthMean: number; least: number; most: number };

/** For the organizer, one side at a time. Coverage is the share of members with a good match on their list. */
export type SideReport = {
  members: number;
  exposure: Distribution;
  expectedMatches: Distribution;
  coverage: number;
  uncovered: string[];
};

export type FairnessReport = { left: SideReport; right: SideReport; expectedMatches: number };

export function distribution(values: ArrayLike<number>): Distribution {
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (count === 0) return { total: 0, mean: 0, gini: 0, worstTenthMean: 0, least: 0, most: 0 };
  const weighted = sorted.reduce((sum, value, at) => sum + (at + 1) * value, 0);
  const tenth = sorted.subarray(0, Math.max(1, Math.floor(count / 10)));
  return {
    total,
    mean: total / count,
    gini: total === 0 ? 0 : (2 * weighted) / (count * total) - (count + 1) / count,
    worstTenthMean: tenth.reduce((sum, value) => sum + value, 0) / tenth.length,
    least: sorted[0]!,
    most: sorted[count - 1]!,
  };
}

/**
 * A market solution as the organizer sees it. Exposure is the attention a member gets on the other side's lists; a good
 * match is a listed pair whose match probability reaches `goodMatch`. Compare two reports for the effect of a knob.
 */
export function fairnessReport(market: Market, lists: Lists, attention: Float64Array, goodMatch = 0.2): FairnessReport {
  const value = utilities(market, lists, attention);
  const exposure = { left: new Float64Array(market.left), right: new Float64Array(market.right) };
  const best = { left: new Float64Array(market.left), right: new Float64Array(market.right) };
  for (let e = 0; e < market.edges; e++) {
    const [i, j] = [market.edgeLeft[e]!, market.edgeRight[e]!];
    exposure.left[i]! += attention[lists.rightRank[e]!]!;
    exposure.right[j]! += attention[lists.leftRank[e]!]!;
    best.left[i] = Math.max(best.left[i]!, market.match[e]!);
    best.right[j] = Math.max(best.right[j]!, market.match[e]!);
  }
  const side = (name: "left" | "right"): SideReport => {
    const uncovered = [...best[name].keys()].filter((member) => best[name][member]! < goodMatch);
    const members = best[name].length;
    return {
      members,
      exposure: distribution(exposure[name]),
      expectedMatches: distribution(value[name]),
      coverage: members === 0 ? 1 : 1 - uncovered.length / members,
      uncovered: uncovered.map(String),
    };
  };
  return { left: side("left"), right: side("right"), expectedMatches: value.left.reduce((sum, each) => sum + each, 0) };
}

export type LiveReport = { members: number; exposure: Distribution; coverage: number; uncovered: string[] };

/** The same for the live lists: on how many lists each member is shown, and who has no good match on theirs. */
export function liveReport(matcher: Matcher, goodMatch = 0.2): LiveReport {
  const ids = matcher.memberIds();
  const shown = new Map(ids.map((id) => [id, 0]));
  const uncovered: string[] = [];
  for (const id of ids) {
    const list = matcher.scoresOf(id);
    if (!list.some(({ score }) => score >= goodMatch)) uncovered.push(id);
    for (const entry of list) shown.set(entry.id, shown.get(entry.id)! + 1);
  }
  const coverage = ids.length === 0 ? 1 : 1 - uncovered.length / ids.length;
  return { members: ids.length, exposure: distribution([...shown.values()]), coverage, uncovered: uncovered.sort() };
}
