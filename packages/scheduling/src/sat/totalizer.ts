import { addClause } from "./add-clause.ts";
import { newLiteral, type SatState } from "./state.ts";

/**
 * Literals o where o[j] is true as soon as more than j of the inputs are (Bailleux and Boufkhad 2003), for j < limit.
 * Only this direction is encoded: it serves upper bounds.
 */
export function totalizer(s: SatState, inputs: readonly number[], limit: number): number[] {
  if (inputs.length <= 1 || limit === 0) return inputs.slice(0, limit);
  const half = inputs.length >> 1;
  const left = totalizer(s, inputs.slice(0, half), limit);
  const right = totalizer(s, inputs.slice(half), limit);
  const outputs = Array.from({ length: Math.min(limit, left.length + right.length) }, () => newLiteral(s));
  for (let a = 0; a <= left.length; a++)
    for (let b = 0; b <= right.length; b++) {
      const sum = a + b;
      if (sum === 0 || sum > outputs.length) continue;
      const clause = [outputs[sum - 1]!];
      if (a > 0) clause.push(left[a - 1]! ^ 1);
      if (b > 0) clause.push(right[b - 1]! ^ 1);
      addClause(s, clause);
    }
  for (let j = 1; j < outputs.length; j++) addClause(s, [outputs[j]! ^ 1, outputs[j - 1]!]);
  return outputs;
}

/** At most `limit` of the inputs. */
export function atMost(s: SatState, inputs: readonly number[], limit: number): void {
  if (inputs.length <= limit) return;
  const outputs = totalizer(s, inputs, limit + 1);
  addClause(s, [outputs[limit]! ^ 1]);
}

/** At most one of the inputs: pairwise when few, otherwise by two coordinates of a grid (Chen 2010). */
export function atMostOne(s: SatState, inputs: readonly number[]): void {
  if (inputs.length <= 6) {
    for (let i = 0; i < inputs.length; i++) for (let j = 0; j < i; j++) addClause(s, [inputs[i]! ^ 1, inputs[j]! ^ 1]);
    return;
  }
  const columns = Math.ceil(Math.sqrt(inputs.length));
  const rowLiterals = Array.from({ length: Math.ceil(inputs.length / columns) }, () => newLiteral(s));
  const columnLiterals = Array.from({ length: columns }, () => newLiteral(s));
  inputs.forEach((literal, i) => {
    addClause(s, [literal ^ 1, rowLiterals[Math.floor(i / columns)]!]);
    addClause(s, [literal ^ 1, columnLiterals[i % columns]!]);
  });
  atMostOne(s, rowLiterals);
  atMostOne(s, columnLiterals);
}
