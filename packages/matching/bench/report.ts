/** Median, and the spread from the first to the last tenth of the values. */
export function summary(values: readonly number[]): { median: number; p10: number; p90: number; p99: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), p10: at(0.1), p90: at(0.9), p99: at(0.99) };
}

export function spread(values: readonly number[], digits = 3): string {
  const { median, p10, p90 } = summary(values);
  return `${median.toFixed(digits)} (${p10.toFixed(digits)} to ${p90.toFixed(digits)}, n=${values.length})`;
}

export function heading(row: number, title: string, target: string): void {
  console.log(`\nrow ${row} · ${title}\n  target: ${target}`);
}

export const line = (label: string, value: string): void => console.log(`  ${label.padEnd(52)} ${value}`);

export type Timed = { milliseconds: number; processor: number };

/** On the clock, and in processor time, which hardly depends on what else a machine does. */
export function bothTimes(runs: readonly Timed[], digits = 3): string {
  const [clock, processor] = (["milliseconds", "processor"] as const).map((name) => runs.map((run) => run[name]));
  const p99 = (values: number[]) => summary(values).p99.toFixed(digits);
  return `${spread(clock!, digits)}, p99 ${p99(clock!)}; processor ${spread(processor!, digits)}, p99 ${p99(processor!)}`;
}

/** Milliseconds that a call takes: on the clock, and of this thread's processor time (the truth on a busy machine). */
export function timed<T>(work: () => T): { value: T; milliseconds: number; processor: number } {
  const [start, used] = [performance.now(), process.threadCpuUsage()];
  const value = work();
  const { user, system } = process.threadCpuUsage(used);
  return { value, milliseconds: performance.now() - start, processor: (user + system) / 1000 };
}
