import { refuse } from "../errors.ts";

/** What is known of a pair from the decider's view: numbers and categories by name; a missing one may be left out. */
export type FeatureValues = Readonly<Record<string, number | string | boolean | null | undefined>>;

/** How named values become numbers: standardized numerics (with a flag for "missing"), one column per frequent category. */
export type FeatureScale = {
  numeric: { name: string; mean: number; deviation: number; column: number; missingColumn: number }[];
  categories: Map<string, number>;
  columns: number;
};

const rarestCategory = 5;
const mostCategories = 500;
const clipped = 4;

/** Reads the scale of features off examples. Throws FEATURE_INVALID when a feature is a number here and a text there. */
export function scaleFrom(examples: readonly FeatureValues[]): FeatureScale {
  const numbers = new Map<string, number[]>();
  const counts = new Map<string, number>();
  for (const values of examples) {
    for (const [name, value] of Object.entries(values)) {
      if (typeof value === "number" && Number.isFinite(value)) {
        const list = numbers.get(name) ?? [];
        list.push(value);
        numbers.set(name, list);
      } else if (typeof value === "string" || typeof value === "boolean")
        counts.set(`${name}=${value}`, (counts.get(`${name}=${value}`) ?? 0) + 1);
    }
  }
  for (const key of counts.keys())
    if (numbers.has(key.slice(0, key.indexOf("=")))) refuse("FEATURE_INVALID", { feature: key.slice(0, 100) });
  let column = 0;
  const numeric = [...numbers]
    .sort(byName)
    .map(([name, values]) => ({ name, ...moments(values), column: column++, missingColumn: column++ }));
  const frequent = [...counts].filter(([, count]) => count >= rarestCategory).sort((a, b) => b[1] - a[1] || byName(a, b));
  const categories = new Map(frequent.slice(0, mostCategories).map(([key]) => [key, column++]));
  return { numeric, categories, columns: column };
}

const byName = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);

function moments(values: number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

/** The values as (column, amount) pairs; unknown names and categories say nothing. */
export function columnsOf(scale: FeatureScale, values: FeatureValues): { columns: number[]; amounts: number[] } {
  const columns: number[] = [];
  const amounts: number[] = [];
  for (const { name, mean, deviation, column, missingColumn } of scale.numeric) {
    const value = values[name];
    const known = typeof value === "number" && Number.isFinite(value);
    columns.push(known ? column : missingColumn);
    amounts.push(known ? Math.max(-clipped, Math.min(clipped, (value - mean) / deviation)) : 1);
  }
  for (const [name, value] of Object.entries(values)) {
    const column = scale.categories.get(`${name}=${value}`);
    if (column === undefined) continue;
    columns.push(column);
    amounts.push(1);
  }
  return { columns, amounts };
}
