/** A maximization in CPLEX LP format, written line by line: some solvers refuse long lines. */
export interface LinearProgram {
  objective: [coefficient: number, variable: string][];
  /** Sums that must not exceed their limit. */
  limits: { terms: string[]; most: number }[];
  binary: boolean;
}

export function lpText({ objective, limits, binary }: LinearProgram): string {
  const names = objective.map(([, name]) => name);
  const rows = limits.filter(({ terms, most }) => terms.length > most);
  return [
    "Maximize",
    " obj:",
    ...objective.map(([coefficient, name]) => ` + ${coefficient} ${name}`),
    "Subject To",
    ...rows.flatMap(({ terms, most }, r) => [` r${r}:`, ...terms.map((name) => ` + ${name}`), ` <= ${most}`]),
    "Bounds",
    ...names.map((name) => ` 0 <= ${name} <= 1`),
    ...(binary ? ["Binary", ...names.map((name) => ` ${name}`)] : []),
    "End",
  ].join("\n");
}
