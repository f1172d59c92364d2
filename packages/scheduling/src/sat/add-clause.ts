import { propagate } from "./propagate.ts";
import { assign, backtrack, noReason, type SatState, store } from "./state.ts";

/** Adds a clause for good, also between two searches. Duplicate and already decided literals are removed. */
export function addClause(s: SatState, literals: readonly number[]): void {
  backtrack(s, 0);
  if (!s.consistent) return;
  const kept: number[] = [];
  for (const literal of literals) {
    if (s.values[literal] === 1 || kept.includes(literal ^ 1)) return;
    if (s.values[literal] === 0 && !kept.includes(literal)) kept.push(literal);
  }
  if (kept.length === 0) s.consistent = false;
  else if (kept.length === 1) assign(s, kept[0]!, noReason);
  else store(s, kept, 0);
  if (kept.length === 1) s.consistent = propagate(s) < 0;
}
