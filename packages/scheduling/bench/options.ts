import { parseArgs } from "node:util";

export const rowNames = ["instances", "fair-small", "fair-large", "repair", "alternatives"] as const;

export type RowName = (typeof rowNames)[number];

export interface BenchOptions {
  rows: Set<RowName>;
  /** Folder of .dzn files; generated events of the same family without it. */
  instances: string | undefined;
  repeats: number;
  /** Seconds after which an instance is given up. */
  limitSeconds: number;
  seed: number;
}

/** Throws on an unknown option or row. */
export function optionsFrom(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: "string" },
      instances: { type: "string" },
      repeats: { type: "string", default: "3" },
      limit: { type: "string", default: "120" },
      seed: { type: "string", default: "1" },
    },
  });
  const rows = values.rows?.split(",") ?? (values.instances === undefined ? [...rowNames] : ["instances"]);
  return {
    rows: new Set(rows.map(rowNamed)),
    instances: values.instances,
    repeats: Math.max(1, Number(values.repeats)),
    limitSeconds: Number(values.limit),
    seed: Number(values.seed),
  };
}

function rowNamed(name: string): RowName {
  const known = rowNames.find((row) => row === name);
  if (known === undefined) throw new Error(`there is no row ${name}; there are ${rowNames.join(", ")}`);
  return known;
}
