import { analyze, failedAssumptions } from "./analyze.ts";
import { propagate } from "./propagate.ts";
import { reduce } from "./reduce.ts";
import { assign, backtrack, noReason, type SatState, store } from "./state.ts";

export type SatAnswer = { status: "satisfiable" } | { status: "unsatisfiable"; core: number[] } | { status: "unknown" };

export interface SearchLimits {
  assumptions?: readonly number[];
  /** Conflicts after which the search gives up. */
  maxConflicts?: number;
  shouldStop?: () => boolean;
}

const stopInterval = 256;
const decay = 0.95;

/**
 * Conflict-driven clause learning under assumptions. "satisfiable" leaves the model in the state until the next call (read it with `isTrue`);
 * "unsatisfiable" names the assumptions that were needed (none: the clauses alone contradict each other).
 * Restarts by clause quality and long stable stretches take turns; both learn from all earlier searches of the solver.
 */
export function search(s: SatState, limits: SearchLimits = {}): SatAnswer {
  const assumptions = limits.assumptions ?? [];
  const maxConflicts = limits.maxConflicts ?? Number.POSITIVE_INFINITY;
  const startConflicts = s.conflicts;
  if (!s.consistent) return { status: "unsatisfiable", core: [] };
  restart(s, 0);
  for (;;) {
    const conflict = propagate(s);
    if (conflict >= 0) {
      if (s.levelStart.length === 0) {
        s.consistent = false;
        return { status: "unsatisfiable", core: [] };
      }
      learn(s, conflict);
      if (s.conflicts - startConflicts >= maxConflicts || (s.conflicts % stopInterval === 0 && limits.shouldStop?.())) {
        backtrack(s, 0);
        return { status: "unknown" };
      }
      continue;
    }
    if (s.pace.wantsRestart()) restart(s, assumptions.length);
    const decision = nextDecision(s, assumptions);
    if (decision === satisfied) return { status: "satisfiable" };
    if (decision < 0) {
      const core = failedAssumptions(s, ~decision ^ 1).map((literal, i) => (i === 0 ? literal ^ 1 : literal));
      backtrack(s, 0);
      return { status: "unsatisfiable", core: [...new Set(core)] };
    }
    s.levelStart.push(s.trailEnd);
    assign(s, decision, noReason);
  }
}

/** Keeps the assumptions on the trail, unless the learnt clauses are due to be thinned out. */
function restart(s: SatState, assumptions: number): void {
  s.pace.restarted();
  const isDue = s.conflicts >= s.nextReduction;
  backtrack(s, isDue ? 0 : assumptions);
  if (isDue) reduce(s);
}

const satisfied = Number.MAX_SAFE_INTEGER;

/** The next literal to decide; `satisfied` when nothing is open; ~literal when that assumption is already false. */
function nextDecision(s: SatState, assumptions: readonly number[]): number {
  while (s.levelStart.length < assumptions.length) {
    const assumption = assumptions[s.levelStart.length]!;
    if (s.values[assumption] === -1) return ~assumption;
    if (s.values[assumption] === 0) return assumption;
    s.levelStart.push(s.trailEnd);
  }
  for (;;) {
    const variable = s.order.pop(s.activity);
    if (variable < 0) return satisfied;
    if (s.values[2 * variable] === 0) return 2 * variable + s.phase[variable]!;
  }
}

function learn(s: SatState, conflict: number): void {
  s.conflicts++;
  const assigned = s.trailEnd;
  const lesson = analyze(s, conflict);
  backtrack(s, lesson.backLevel);
  const reason = lesson.clause.length === 1 ? noReason : store(s, lesson.clause, lesson.lbd);
  assign(s, lesson.clause[0]!, reason);
  s.bump /= decay;
  s.pace.learnt(lesson.lbd, assigned);
}

export const isTrue = (s: SatState, literal: number): boolean => s.values[literal] === 1;
