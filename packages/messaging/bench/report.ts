export interface Result {
  readonly name: string;
  /** Milliseconds. */
  readonly latencies: readonly number[];
  readonly perSecond: readonly number[];
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const inOrder = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

/** Prints one line per contender, and how the second compares with the first. */
export function report(results: readonly Result[]): void {
  const rows = results.map(({ name, latencies, perSecond }) => {
    const sorted = inOrder(latencies);
    return { name, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), perSecond: quantile(inOrder(perSecond), 0.5) };
  });
  for (const { name, p50, p99, perSecond } of rows) {
    console.log(`${name.padEnd(14)} p50 ${p50.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms   ${Math.round(perSecond)} events/s`);
  }
  const [bare, ours] = rows;
  if (bare === undefined || ours === undefined) return;
  const ratio = (a: number, b: number) => `${(a / b).toFixed(2)}x`;
  console.log(
    `ratio          p50 ${ratio(ours.p50, bare.p50)}   p99 ${ratio(ours.p99, bare.p99)}   events/s ${ratio(ours.perSecond, bare.perSecond)}`,
  );
}
