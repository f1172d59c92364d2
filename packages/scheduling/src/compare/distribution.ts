/** How a share is spread over people. */
export interface Distribution {
  count: number;
  mean: number;
  least: number;
  /** Quantiles by nearest rank. */
  p10: number;
  p25: number;
  median: number;
  p75: number;
  p90: number;
  greatest: number;
  /** Mean of the worst-off tenth (at least one person). */
  worstTenth: number;
  /** 0: all have the same; towards 1: one has all (Gini 1912). */
  gini: number;
}

/** Of numbers >= 0; all zero for none. */
export function distributionOf(values: readonly number[]): Distribution {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const at = (q: number) => sorted[Math.min(n - 1, Math.max(0, Math.ceil(q * n) - 1))] ?? 0;
  const mean = (list: Float64Array) => (list.length === 0 ? 0 : list.reduce((a, b) => a + b, 0) / list.length);
  return {
    count: n,
    mean: mean(sorted),
    least: sorted[0] ?? 0,
    p10: at(0.1),
    p25: at(0.25),
    median: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    greatest: sorted[n - 1] ?? 0,
    worstTenth: mean(sorted.subarray(0, Math.ceil(n / 10))),
    gini: giniOf(sorted),
  };
}

function giniOf(sorted: Float64Array): number {
  const n = sorted.length;
  const sum = sorted.reduce((a, b) => a + b, 0);
  if (sum === 0) return 0;
  const ranked = sorted.reduce((total, x, i) => total + (i + 1) * x, 0);
  return (2 * ranked) / (n * sum) - (n + 1) / n;
}
