import { addClause } from "../sat/add-clause.ts";
import { type SearchLimits, search } from "../sat/search.ts";
import type { SatState } from "../sat/state.ts";
import { totalizer } from "../sat/totalizer.ts";

/**
 * Core-guided minimization of the number of true penalties: OLL (Andres, Kaufmann, Matheis and Schaub 2012; Morgado, Dodaro and Marques-Silva 2014),
 * as in RC2. Every core raises the bound by one and is replaced by a counter whose first violation is free.
 */
export interface CoreGuided {
  /** Literals that are now assumed false. */
  assumed: Set<number>;
  /** Where an assumed literal is the output of a counter: the counter and the output's index. */
  counterOf: Map<number, { outputs: number[]; index: number }>;
  bound: number;
}

export const createCoreGuided = (penalties: readonly number[]): CoreGuided => ({
  assumed: new Set(penalties),
  counterOf: new Map(),
  bound: 0,
});

/** Shrinks the failed core and relaxes it; the bound rises by one. Counters need not tell apart more than `slack` further violations. Returns the penalties of the core. */
export function relaxCore(
  s: SatState,
  state: CoreGuided,
  failed: readonly number[],
  slack: number,
  shouldStop: () => boolean,
): number[] {
  const core = shrink(s, failed, shouldStop).map((literal) => literal ^ 1);
  state.bound++;
  addClause(s, core);
  for (const penalty of core) {
    state.assumed.delete(penalty);
    const counter = state.counterOf.get(penalty);
    if (counter && counter.index + 1 < counter.outputs.length) admit(state, counter.outputs, counter.index + 1);
  }
  const outputs = totalizer(s, core, Math.min(core.length, slack + 2));
  if (outputs.length > 1) admit(state, outputs, 1);
  return core;
}

function admit(state: CoreGuided, outputs: number[], index: number): void {
  state.assumed.add(outputs[index]!);
  state.counterOf.set(outputs[index]!, { outputs, index });
}

const shrinkConflicts = 100;

/** Drops assumptions that are not needed, as far as so many conflicts each can tell. */
function shrink(s: SatState, core: readonly number[], shouldStop: () => boolean): readonly number[] {
  let kept = core;
  const limits = (assumptions: number[]): SearchLimits => ({ assumptions, maxConflicts: shrinkConflicts, shouldStop });
  for (const literal of core) {
    if (kept.length <= 1 || !kept.includes(literal)) continue;
    const answer = search(s, limits(kept.filter((other) => other !== literal)));
    if (answer.status === "unsatisfiable" && answer.core.length > 0) kept = answer.core;
  }
  return kept;
}
