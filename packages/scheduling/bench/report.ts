import { loadavg } from "node:os";

/** Median, least and greatest of the values. */
export function summary(values: readonly number[]): { median: number; least: number; most: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, least: sorted[0]!, most: sorted.at(-1)! };
}

/** `1.23 (1.20-1.31)`; the bare value where there is only one. */
export function spread(values: readonly number[], digits = 2): string {
  const { median, least, most } = summary(values);
  if (values.length === 1) return median.toFixed(digits);
  return `${median.toFixed(digits)} (${least.toFixed(digits)}-${most.toFixed(digits)})`;
}

export function heading(row: string, title: string, target: string): void {
  console.log(`\n${row} · ${title}\n  target: ${target}\n  load at the start: ${loadavg()[0]!.toFixed(1)}`);
}

export const line = (label: string, value: string): void => console.log(`  ${label.padEnd(44)} ${value}`);

/** Prints columns, each as wide as its widest cell. */
export function table(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ")}`.trimEnd());
}
