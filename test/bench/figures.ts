import { loadavg } from "node:os";

export const inOrder = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

export const quantile = (numbers: readonly number[], share: number): number => {
  const sorted = inOrder(numbers);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** Median, and from the least to the most, of one figure over the blocks of a run. */
export const spread = (numbers: readonly number[], digits = 2): string => {
  const sorted = inOrder(numbers);
  return `${quantile(sorted, 0.5).toFixed(digits)} (${sorted[0]?.toFixed(digits)} to ${sorted.at(-1)?.toFixed(digits)})`;
};

export const table = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("   ")
        .trimEnd(),
    )
    .join("\n");
};

/** Figures of a machine that does other work as well are only a hint. */
export const machineLoad = () =>
  `load average ${loadavg()
    .map((one) => one.toFixed(1))
    .join(", ")}`;
