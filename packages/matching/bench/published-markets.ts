import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { ProbabilityTable } from "./generated-market.ts";

type PublishedMarket = {
  left: number;
  right: number;
  seed: number;
  pref_left_to_right: number[][];
  pref_right_to_left: number[][];
  published_code_results: Record<string, { expected: number; envy_left?: number; envy_right?: number; seconds: number }>;
};

export type Published = { name: string; table: ProbabilityTable; results: PublishedMarket["published_code_results"] };

/** The published markets in `folder`/markets.json.gz; none when no folder was given. */
export function publishedMarkets(folder: string | undefined): Published[] {
  if (folder === undefined) {
    console.log("  (published markets skipped: give --markets <folder with markets.json.gz>)");
    return [];
  }
  const file = join(folder, "markets.json.gz");
  if (!existsSync(file)) throw new Error(`no markets.json.gz in ${folder}`);
  // The file's form is documented beside it; it is the bench's input, not the product's.
  const markets = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as PublishedMarket[];
  return markets.map((market) => ({
    name: `${market.left}x${market.right} seed ${market.seed}`,
    table: {
      left: market.left,
      right: market.right,
      leftSaysYes: market.pref_left_to_right.map((row) => Float64Array.from(row)),
      rightSaysYes: market.pref_right_to_left.map((row) => Float64Array.from(row)),
    },
    results: market.published_code_results,
  }));
}
