import { header, noReason, type SatState } from "./state.ts";

export interface Lesson {
  /** The asserting literal first, a literal of the level to return to second. */
  clause: number[];
  backLevel: number;
  lbd: number;
}

/** First unique implication point (Marques-Silva and Sakallah 1996), with recursive minimization (Sorensson and Biere 2009). */
export function analyze(s: SatState, conflict: number): Lesson {
  const clause = [0];
  const marked: number[] = [];
  let open = 0;
  let index = s.trailEnd;
  let reason = conflict;
  let literal = -1;
  do {
    open += resolve(s, reason, literal, clause, marked);
    do literal = s.trail[--index]!;
    while (s.seen[literal >> 1] === 0);
    reason = s.reason[literal >> 1]!;
    open--;
  } while (open > 0);
  clause[0] = literal ^ 1;
  const lesson = minimize(s, clause, marked);
  rewardGoodReasons(s, marked, lesson.lbd);
  for (const variable of marked) s.seen[variable] = 0;
  return lesson;
}

function resolve(s: SatState, reason: number, implied: number, clause: number[], marked: number[]): number {
  const { arena, seen, level } = s;
  const current = s.levelStart.length;
  let open = 0;
  if (arena[reason + 1]! > 0) noteUse(s, reason);
  for (let i = reason + header, end = i + arena[reason]!; i < end; i++) {
    const literal = arena[i]!;
    const variable = literal >> 1;
    if (literal === implied || seen[variable] !== 0 || level[variable] === 0) continue;
    seen[variable] = 1;
    marked.push(variable);
    bumpVariable(s, variable);
    if (level[variable] === current) open++;
    else clause.push(literal);
  }
  return open;
}

/** A learnt clause in use is stamped, and its quality corrected: levels grow together as the search learns (dynamic LBD, Audemard and Simon 2009). */
function noteUse(s: SatState, clause: number): void {
  const { arena } = s;
  arena[clause + 2] = s.conflicts;
  if (arena[clause + 1]! > 2)
    arena[clause + 1] = Math.min(arena[clause + 1]!, countLevels(s, arena, clause + header, arena[clause]!));
}

/** On how many levels so many literals are, from a place on. */
function countLevels(s: SatState, literals: ArrayLike<number>, from: number, length: number): number {
  const { level, levelStamp } = s;
  const now = ++s.levelStampNow;
  let levels = 0;
  for (let i = from, end = from + length; i < end; i++) {
    const at = level[literals[i]! >> 1]!;
    if (levelStamp[at] === now) continue;
    levelStamp[at] = now;
    levels++;
  }
  return levels;
}

/** Variables of the conflict's level that a better clause than the new one implied are bumped twice (Audemard and Simon 2009): they lead to more like it. */
function rewardGoodReasons(s: SatState, marked: readonly number[], lbd: number): void {
  const { arena, level } = s;
  for (const variable of marked) {
    const reason = s.reason[variable]!;
    if (reason === noReason || level[variable] !== s.levelStart.length) continue;
    if (arena[reason + 1]! > 0 && arena[reason + 1]! < lbd) bumpVariable(s, variable);
  }
}

function bumpVariable(s: SatState, variable: number): void {
  s.activity[variable] = s.activity[variable]! + s.bump;
  if (s.activity[variable]! > 1e100) {
    for (let v = 0; v < s.variables; v++) s.activity[v] = s.activity[v]! * 1e-100;
    s.bump *= 1e-100;
  }
  s.order.raise(variable, s.activity);
}

function minimize(s: SatState, clause: number[], marked: number[]): Lesson {
  let levels = 0;
  for (let i = 1; i < clause.length; i++) levels |= 1 << (s.level[clause[i]! >> 1]! & 31);
  const kept = clause.filter(
    (literal, i) => i === 0 || s.reason[literal >> 1] === noReason || !isImplied(s, literal, levels, marked),
  );
  let second = 1;
  for (let i = 2; i < kept.length; i++) if (s.level[kept[i]! >> 1]! > s.level[kept[second]! >> 1]!) second = i;
  if (kept.length === 1) return { clause: kept, backLevel: 0, lbd: 1 };
  [kept[1], kept[second]] = [kept[second]!, kept[1]!];
  return { clause: kept, backLevel: s.level[kept[1]! >> 1]!, lbd: countLevels(s, kept, 0, kept.length) };
}

/** Whether the literal follows from the others of the clause; marks 2 = implied, 3 = known not to be. */
function isImplied(s: SatState, start: number, levels: number, marked: number[]): boolean {
  const { arena, seen } = s;
  const stack = [start];
  const touched: number[] = [];
  while (stack.length > 0) {
    const literal = stack.pop()!;
    const reason = s.reason[literal >> 1]!;
    for (let i = reason + header, end = i + arena[reason]!; i < end; i++) {
      const variable = arena[i]! >> 1;
      if (variable === literal >> 1 || seen[variable] === 1 || seen[variable] === 2 || s.level[variable] === 0) continue;
      if (seen[variable] === 3 || s.reason[variable] === noReason || ((1 << (s.level[variable]! & 31)) & levels) === 0) {
        for (const v of touched) seen[v] = 0;
        return false;
      }
      seen[variable] = 2;
      touched.push(variable);
      stack.push(arena[i]!);
    }
  }
  for (const v of touched) marked.push(v);
  return true;
}

/** The assumptions that together imply the literal's falsity: the failed core, as literals that were assumed. */
export function failedAssumptions(s: SatState, falsified: number): number[] {
  const core = [falsified];
  if (s.levelStart.length === 0) return core;
  const { arena, seen } = s;
  seen[falsified >> 1] = 1;
  for (let i = s.trailEnd - 1; i >= s.levelStart[0]!; i--) {
    const literal = s.trail[i]!;
    if (seen[literal >> 1] === 0) continue;
    seen[literal >> 1] = 0;
    const reason = s.reason[literal >> 1]!;
    if (reason === noReason) core.push(literal);
    else
      for (let k = reason + header, end = k + arena[reason]!; k < end; k++) {
        const variable = arena[k]! >> 1;
        if (s.level[variable]! > 0 && variable !== literal >> 1) seen[variable] = 1;
      }
  }
  seen[falsified >> 1] = 0;
  return core;
}
