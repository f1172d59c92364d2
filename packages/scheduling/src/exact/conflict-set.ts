import { addClause } from "../sat/add-clause.ts";
import { search } from "../sat/search.ts";
import { createSolver, newLiteral, type SatState } from "../sat/state.ts";
import { atMostOne, totalizer } from "../sat/totalizer.ts";
import type { Brokerage } from "./brokerage.ts";
import { overfull } from "./hall.ts";

/** A rule that takes part in a contradiction. */
export type ConflictRule =
  | { kind: "meeting"; meeting: number }
  | { kind: "precedence"; earlier: number; later: number }
  | { kind: "capacity"; slot: number };

export interface ConflictOptions {
  /** Conflicts the solver may spend on each question whether a rule is needed. */
  budget: number;
  shouldStop: () => boolean;
}

/**
 * Rules that cannot all hold, minimal as far as the budget could tell; empty if no contradiction was found. Overfull calendars and overfull locations are
 * found by counting, everything else as the failed assumptions of the solver, reduced one by one (a deletion filter, Chinneck and Dravnieks 1991).
 */
export function conflictSet(problem: Brokerage, options: ConflictOptions): ConflictRule[] {
  const counted = countedConflict(problem);
  if (counted) return counted;
  const { solver, rules } = encodeRules(problem);
  const first = search(solver, { assumptions: [...rules.keys()], shouldStop: options.shouldStop });
  if (first.status !== "unsatisfiable") return [];
  let core = first.core;
  for (const literal of first.core) {
    if (!core.includes(literal) || options.shouldStop()) continue;
    const without = core.filter((other) => other !== literal);
    const answer = search(solver, { assumptions: without, maxConflicts: options.budget, shouldStop: options.shouldStop });
    if (answer.status === "unsatisfiable") core = answer.core;
  }
  return core.map((literal) => rules.get(literal)!);
}

function countedConflict(problem: Brokerage): ConflictRule[] | null {
  const slots = Array.from({ length: problem.slots }, (_, s) => s);
  const slotsOf = (m: number) => slots.filter((s) => (problem.allowed[m]! >> s) & 1);
  const asRules = (meetings: number[]): ConflictRule[] => meetings.map((meeting) => ({ kind: "meeting", meeting }));
  for (const meetings of problem.meetingsOf) {
    const crowd = overfull(meetings, slotsOf, () => 1);
    if (crowd) return asRules(crowd);
  }
  const all = Array.from({ length: problem.meetings }, (_, m) => m);
  const crowd = overfull(all, slotsOf, (s) => problem.capacity[s]!);
  if (!crowd) return null;
  const used = slots.filter((s) => crowd.some((m) => (problem.allowed[m]! >> s) & 1));
  return [...asRules(crowd), ...used.map((slot): ConflictRule => ({ kind: "capacity", slot }))];
}

/** Every rule has a literal that switches it on. */
function encodeRules(problem: Brokerage): { solver: SatState; rules: Map<number, ConflictRule> } {
  const solver = createSolver();
  const rules = new Map<number, ConflictRule>();
  const rule = (what: ConflictRule): number => {
    const literal = newLiteral(solver);
    rules.set(literal, what);
    return literal;
  };
  const at = Array.from(problem.allowed, (mask) =>
    Array.from({ length: problem.slots }, (_, s) => ((mask >> s) & 1 ? newLiteral(solver) : -1)),
  );
  const open = (literals: number[]) => literals.filter((literal) => literal >= 0);
  at.forEach((slots, meeting) => {
    atMostOne(solver, open(slots));
    addClause(solver, [rule({ kind: "meeting", meeting }) ^ 1, ...open(slots)]);
  });
  for (const meetings of problem.meetingsOf)
    for (let s = 0; s < problem.slots; s++) atMostOne(solver, open(meetings.map((m) => at[m]![s]!)));
  for (const [earlier, later] of problem.precedences) {
    const on = rule({ kind: "precedence", earlier, later });
    for (let s = 0; s < problem.slots; s++)
      if (at[later]![s]! >= 0) addClause(solver, [on ^ 1, at[later]![s]! ^ 1, ...open(at[earlier]!.slice(0, s))]);
  }
  for (let slot = 0; slot < problem.slots; slot++) limitSlot(problem, solver, open(at.map((slots) => slots[slot]!)), slot, rule);
  return { solver, rules };
}

function limitSlot(
  problem: Brokerage,
  solver: SatState,
  literals: number[],
  slot: number,
  rule: (what: ConflictRule) => number,
): void {
  const capacity = problem.capacity[slot]!;
  if (literals.length <= capacity) return;
  const outputs = totalizer(solver, literals, capacity + 1);
  addClause(solver, [rule({ kind: "capacity", slot }) ^ 1, outputs[capacity]! ^ 1]);
}
