/** The value below which `share` (0..1) of these lie; NaN when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0);

/** A table on the console: first row is the head; columns are as wide as their widest cell. */
export function printTable(title: string, rows: readonly (readonly (string | number)[])[]): void {
  const cells = rows.map((row) => row.map(String));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
  console.log(`\n${title}`);
  for (const row of cells)
    console.log(
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join("  ")
        .trimEnd(),
    );
}

const pad = (cell: string, width: number, column: number) => (column === 0 ? cell.padEnd(width) : cell.padStart(width));

/** Runs `total` tasks, so many at a time; answers with each one's milliseconds and the whole's seconds. */
export async function timed(total: number, atOnce: number, task: (n: number) => Promise<unknown>) {
  const latencies: number[] = [];
  let next = 0;
  const begun = performance.now();
  const worker = async () => {
    while (next < total) {
      const n = next++;
      const start = performance.now();
      await task(n);
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { latencies, seconds: (performance.now() - begun) / 1_000 };
}
