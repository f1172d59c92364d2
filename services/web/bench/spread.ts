/** `median (least to most) unit`, of several rounds. */
export function spread(values: readonly number[], unit: string, digits = 0): string {
  const sorted = values.toSorted((one, other) => one - other);
  const [least, most] = [sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN];
  return `${median(values).toFixed(digits)} ${unit} (${least.toFixed(digits)} to ${most.toFixed(digits)}, ${values.length} rounds)`;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
