import { parseArgs } from "node:util";

export type BenchOptions = {
  rows: Set<number>;
  /** Folder with the published markets; their part of rows 1 and 2 is skipped without it. */
  markets: string | undefined;
  seeds: number;
  repeats: number;
  operations: number;
};

export function optionsFrom(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: "string" },
      markets: { type: "string" },
      seeds: { type: "string", default: "15" },
      repeats: { type: "string", default: "15" },
      operations: { type: "string", default: "1000000" },
    },
  });
  const rows = values.rows?.split(",").map(Number) ?? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
  return {
    rows: new Set(rows),
    markets: values.markets,
    seeds: Number(values.seeds),
    repeats: Number(values.repeats),
    operations: Number(values.operations),
  };
}
