import { enviousPairs } from "../../src/market/envy.ts";
import { denseMarket } from "../../src/market/market.ts";
import { expectedMatches } from "../../src/market/measure.ts";
import { solveMarket } from "../../src/market/solve.ts";
import { upperBound } from "../../src/market/upper-bound.ts";
import { transferableUtility } from "../baselines/transferable-utility.ts";
import { generatedMarket, type ProbabilityTable } from "../generated-market.ts";
import type { BenchOptions } from "../options.ts";
import { publishedMarkets } from "../published-markets.ts";
import { heading, line, spread } from "../report.ts";

const sizes = [
  [30, 20],
  [50, 50],
  [200, 150],
] as const;

export function expectedMatchesRow({ markets, seeds }: BenchOptions): void {
  heading(1, "expected matches over transferable utility (TU)", "1.12 / 1.14 / 1.23 at 30x20 / 50x50 / 200x150");
  for (const { name, table, results } of publishedMarkets(markets)) {
    const { ours, tu, bound } = compared(table);
    const published = results.tu ? `, over published TU ${(ours / results.tu.expected).toFixed(4)}` : "";
    const best = results.sw ? `, published social welfare ${(results.sw.expected / tu).toFixed(4)}` : "";
    line(
      `published ${name}`,
      `${(ours / tu).toFixed(4)} of TU${published}${best}; ${((100 * ours) / bound).toFixed(1)} % of the upper bound`,
    );
  }
  for (const [left, right] of sizes) {
    const runs = Array.from({ length: seeds }, (_, seed) => compared(generatedMarket(left, right, 1000 + seed)));
    line(
      `generated ${left}x${right}, over TU`,
      spread(
        runs.map(({ ours, tu }) => ours / tu),
        4,
      ),
    );
    line(
      "  share of the upper bound",
      spread(
        runs.map(({ ours, bound }) => ours / bound),
        4,
      ),
    );
  }
}

function compared(table: ProbabilityTable): { ours: number; tu: number; bound: number } {
  const market = denseMarket(table.leftSaysYes, table.rightSaysYes);
  const solution = solveMarket(market);
  const { attention } = solution.space;
  const tu = expectedMatches(market, transferableUtility(market, table), attention);
  const bound = upperBound(market, solution.lists, attention, market.edges > 10_000 ? 300 : 600);
  return { ours: solution.expectedMatches, tu, bound };
}

const givenUp = 0.015;

export function envyRow({ markets, seeds }: BenchOptions): void {
  heading(2, "envious pairs at 30x20, both sides, with 1.08 of TU or more", "15 (aim 3)");
  for (const { name, table, results } of publishedMarkets(markets).filter(({ table }) => table.left === 30)) {
    const { ours, tu } = envyOf(table);
    const nash = results.nsw ? `; published Nash welfare ${(results.nsw.envy_left ?? 0) + (results.nsw.envy_right ?? 0)}` : "";
    line(`published ${name}`, `${ours.envy} at ${ours.ratio.toFixed(4)} of TU; TU ${tu}${nash}`);
  }
  const runs = Array.from({ length: seeds }, (_, seed) => envyOf(generatedMarket(30, 20, 1000 + seed)));
  line(
    `generated 30x20, fairnessLoss ${givenUp}: envious pairs`,
    spread(
      runs.map(({ ours }) => ours.envy),
      0,
    ),
  );
  line(
    "  expected matches over TU",
    spread(
      runs.map(({ ours }) => ours.ratio),
      4,
    ),
  );
  line(
    "  TU's envious pairs",
    spread(
      runs.map(({ tu }) => tu),
      0,
    ),
  );
}

function envyOf(table: ProbabilityTable): { ours: { envy: number; ratio: number }; tu: number } {
  const market = denseMarket(table.leftSaysYes, table.rightSaysYes);
  const { lists, expectedMatches: ours, space } = solveMarket(market, { fairnessLoss: givenUp });
  const tuLists = transferableUtility(market, table);
  const tu = expectedMatches(market, tuLists, space.attention);
  return {
    ours: { envy: enviousPairs(market, lists, space.attention), ratio: ours / tu },
    tu: enviousPairs(market, tuLists, space.attention),
  };
}
