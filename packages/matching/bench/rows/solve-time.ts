import { denseMarket, type Market, sparseMarket } from "../../src/market/market.ts";
import { expectedMatches } from "../../src/market/measure.ts";
import { solveMarket } from "../../src/market/solve.ts";
import { stableRandom } from "../../src/market/stable-random.ts";
import { warmUpdate } from "../../src/market/warm-update.ts";
import { transferableUtility } from "../baselines/transferable-utility.ts";
import { generatedMarket, popularity } from "../generated-market.ts";
import type { BenchOptions } from "../options.ts";
import { bothTimes, heading, line, type Timed, timed } from "../report.ts";

export function solveTimeRow({ repeats }: BenchOptions): void {
  heading(3, "milliseconds for 200x150, cold; one change, warm", "50; 5 (aim 20; 1)");
  const cold: Timed[] = [];
  const tu: Timed[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const table = generatedMarket(200, 150, 2000 + repeat);
    const market = denseMarket(table.leftSaysYes, table.rightSaysYes);
    tu.push(timed(() => transferableUtility(market, table)));
    cold.push(timed(() => solveMarket(market)));
  }
  line("cold, ms", bothTimes(cold, 1));
  line("TU in the same run, ms", bothTimes(tu, 1));
  warmChanges();
}

function warmChanges(): void {
  const table = generatedMarket(200, 150, 1);
  const market = denseMarket(table.leftSaysYes, table.rightSaysYes);
  const solution = solveMarket(market);
  const random = stableRandom(3);
  const times: Timed[] = [];
  for (let change = 0; change < 300; change++) {
    const member = Math.floor(random() * 200);
    const matches = Float64Array.from(
      { length: 150 },
      (_, j) => (0.5 * random() + 0.5 * popularity(j, 150)) * table.rightSaysYes[j]![member]!,
    );
    times.push(timed(() => warmUpdate(solution, "left", member, matches)));
  }
  const { lists, space } = solution;
  line("warm, one member's preferences redrawn, ms", bothTimes(times));
  const share = expectedMatches(market, lists, space.attention) / solveMarket(market).expectedMatches;
  line("  value after 300 changes over a cold solve", share.toFixed(4));
}

export function largeMarketRow(): void {
  heading(4, "a market of 5,000 x 20,000, 200 candidates each", "10 s, 1 GB (aim 3 s, 500 MB)");
  const before = process.memoryUsage().rss;
  const market = largeMarket(5_000, 20_000, 200);
  const { value: solution, milliseconds, processor } = timed(() => solveMarket(market));
  const seconds = (value: number) => (value / 1000).toFixed(2);
  line(
    `${market.edges.toLocaleString("en")} pairs: cold solve, s: clock, processor`,
    `${seconds(milliseconds)}, ${seconds(processor)}`,
  );
  const now = process.memoryUsage().rss;
  line("resident memory after it, MB (before the row)", `${(now / 2 ** 20).toFixed(0)} (${(before / 2 ** 20).toFixed(0)})`);
  line("peak resident memory of the process, MB", (process.resourceUsage().maxRSS / 1024).toFixed(0));
  line("expected matches per right member", (solution.expectedMatches / market.right).toFixed(4));
  const times = Array.from({ length: 200 }, (_, at) =>
    timed(() => warmUpdate(solution, "left", at * 20, redrawn(market, at * 20, at))),
  );
  line("one change, warm, ms", bothTimes(times));
}

function redrawn(market: Market, member: number, seed: number): Float64Array {
  const random = stableRandom(seed);
  return Float64Array.from({ length: market.leftStart[member + 1]! - market.leftStart[member]! }, () => random() * random());
}

/** Every right member has candidates drawn at random without repeats, popularity falling over the left side. */
function largeMarket(left: number, right: number, candidates: number): Market {
  const random = stableRandom(7);
  const pairs = right * candidates;
  const [pairLeft, pairRight] = [new Int32Array(pairs), new Int32Array(pairs)];
  const [leftSaysYes, rightSaysYes] = [new Float32Array(pairs), new Float32Array(pairs)];
  const seen = new Int32Array(left).fill(-1);
  for (let j = 0, at = 0; j < right; j++) {
    for (let drawn = 0; drawn < candidates; ) {
      const i = Math.floor(random() * left);
      if (seen[i] === j) continue;
      seen[i] = j;
      pairLeft[at] = i;
      pairRight[at] = j;
      leftSaysYes[at] = 0.5 * random() + 0.5 * popularity(j, right);
      rightSaysYes[at++] = 0.5 * random() + 0.5 * popularity(i, left);
      drawn++;
    }
  }
  return sparseMarket({ left, right, pairLeft, pairRight, leftSaysYes, rightSaysYes });
}
