import { createHeap, type VariableHeap } from "./heap.ts";
import { createPace, type Pace } from "./pace.ts";
import { createWatches, type Watches, watch } from "./watches.ts";

/**
 * The solver's memory. A literal is 2 * variable, plus 1 when negated. Clauses lie in one arena:
 * [size, lbd (0 = given, not learnt), stamp of last use, literals...]; a clause is named by its offset.
 */
export interface SatState {
  variables: number;
  /** Per literal: 1 true, -1 false, 0 open. */
  values: Int8Array;
  level: Int32Array;
  reason: Int32Array;
  phase: Int8Array;
  seen: Uint8Array;
  activity: Float64Array;
  order: VariableHeap;
  bump: number;
  arena: Int32Array;
  arenaEnd: number;
  watches: Watches;
  trail: Int32Array;
  trailEnd: number;
  propagated: number;
  levelStart: number[];
  learnt: number[];
  /** False once the clauses contradict each other without any assumption. */
  consistent: boolean;
  conflicts: number;
  propagations: number;
  pace: Pace;
  reductions: number;
  /** Conflicts at which learnt clauses are thinned out next. */
  nextReduction: number;
  /** Marks levels already counted: those stamped with the current number. */
  levelStamp: Int32Array;
  levelStampNow: number;
}

export const header = 3;
export const noReason = -1;
export const firstReduction = 2_000;

export function createSolver(): SatState {
  const activity = new Float64Array(64);
  return {
    variables: 0,
    values: new Int8Array(128),
    level: new Int32Array(64),
    reason: new Int32Array(64).fill(noReason),
    phase: new Int8Array(64),
    seen: new Uint8Array(64),
    activity,
    order: createHeap(64),
    bump: 1,
    arena: new Int32Array(1 << 16),
    arenaEnd: 0,
    watches: createWatches(128),
    trail: new Int32Array(64),
    trailEnd: 0,
    propagated: 0,
    levelStart: [],
    learnt: [],
    consistent: true,
    conflicts: 0,
    propagations: 0,
    pace: createPace(),
    reductions: 0,
    nextReduction: firstReduction,
    levelStamp: new Int32Array(65),
    levelStampNow: 0,
  };
}

/** A fresh variable; its positive literal is returned. */
export function newLiteral(s: SatState): number {
  const variable = s.variables++;
  if (variable >= s.level.length) growVariables(s);
  s.order.insert(variable, s.activity);
  return 2 * variable;
}

function growVariables(s: SatState): void {
  const size = s.level.length * 2;
  s.values = enlarge(s.values, new Int8Array(2 * size));
  s.level = enlarge(s.level, new Int32Array(size));
  s.levelStamp = enlarge(s.levelStamp, new Int32Array(size + 1));
  s.reason = enlarge(s.reason, new Int32Array(size).fill(noReason));
  s.phase = enlarge(s.phase, new Int8Array(size));
  s.seen = enlarge(s.seen, new Uint8Array(size));
  s.activity = enlarge(s.activity, new Float64Array(size));
  for (const key of ["start", "count", "room"] as const) s.watches[key] = enlarge(s.watches[key], new Int32Array(2 * size));
  s.trail = enlarge(s.trail, new Int32Array(size));
  s.order.grow(size);
}

function enlarge<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Writes a clause of two or more literals to the arena and watches its first two. */
export function store(s: SatState, literals: ArrayLike<number>, lbd: number): number {
  const size = literals.length;
  if (s.arenaEnd + header + size > s.arena.length) s.arena = enlarge(s.arena, new Int32Array(s.arena.length * 2 + size));
  const clause = s.arenaEnd;
  s.arena[clause] = size;
  s.arena[clause + 1] = lbd;
  s.arena[clause + 2] = s.conflicts;
  for (let i = 0; i < size; i++) s.arena[clause + header + i] = literals[i]!;
  s.arenaEnd += header + size;
  attach(s, clause);
  if (lbd > 0) s.learnt.push(clause);
  return clause;
}

export function attach(s: SatState, clause: number): void {
  const first = s.arena[clause + header]!;
  const second = s.arena[clause + header + 1]!;
  const name = s.arena[clause] === 2 ? ~clause : clause;
  watch(s.watches, first ^ 1, name, second);
  watch(s.watches, second ^ 1, name, first);
}

export function assign(s: SatState, literal: number, reason: number): void {
  const variable = literal >> 1;
  s.values[literal] = 1;
  s.values[literal ^ 1] = -1;
  s.level[variable] = s.levelStart.length;
  s.reason[variable] = reason;
  s.trail[s.trailEnd++] = literal;
}

export function backtrack(s: SatState, toLevel: number): void {
  if (s.levelStart.length <= toLevel) return;
  const start = s.levelStart[toLevel]!;
  for (let i = s.trailEnd - 1; i >= start; i--) {
    const literal = s.trail[i]!;
    const variable = literal >> 1;
    s.values[literal] = 0;
    s.values[literal ^ 1] = 0;
    s.phase[variable] = literal & 1;
    s.reason[variable] = noReason;
    s.order.insert(variable, s.activity);
  }
  s.trailEnd = start;
  s.propagated = start;
  s.levelStart.length = toLevel;
}
