import { attach, firstReduction, header, type SatState } from "./state.ts";
import { clearWatches } from "./watches.ts";

const coreLbd = 2;
const warmLbd = 6;
const warmConflicts = 5_000;
const reductionStep = 300;

/**
 * Forgets the worse half of the learnt clauses: those of two levels stay for ever, those of a few levels while they are in use
 * (the tiers of Glucose and CaDiCaL), each time somewhat later. Runs at level 0, where nothing on the trail needs its reason.
 */
export function reduce(s: SatState): void {
  const { arena } = s;
  const candidates: number[] = [];
  const kept: number[] = [];
  for (const clause of s.learnt) {
    const lbd = arena[clause + 1]!;
    const warm = lbd <= warmLbd && s.conflicts - arena[clause + 2]! < warmConflicts;
    if (lbd <= coreLbd || arena[clause] === 2 || warm) kept.push(clause);
    else candidates.push(clause);
  }
  candidates.sort((a, b) => arena[a + 1]! - arena[b + 1]! || arena[b + 2]! - arena[a + 2]!);
  const half = candidates.length >> 1;
  for (let i = 0; i < half; i++) kept.push(candidates[i]!);
  for (let i = half; i < candidates.length; i++) arena[candidates[i]! + 1] = -1;
  compact(s);
  s.nextReduction = s.conflicts + firstReduction + reductionStep * ++s.reductions;
}

/** Moves the surviving clauses together, drops those satisfied for good, and rebuilds the watches. */
function compact(s: SatState): void {
  const { arena, values } = s;
  clearWatches(s.watches);
  s.learnt = [];
  let to = 0;
  for (let from = 0; from < s.arenaEnd; ) {
    const size = arena[from]!;
    const next = from + header + size;
    let satisfied = arena[from + 1] === -1;
    for (let i = from + header; i < next && !satisfied; i++) satisfied = values[arena[i]!] === 1;
    if (!satisfied) {
      arena.copyWithin(to, from, next);
      attach(s, to);
      if (arena[to + 1]! > 0) s.learnt.push(to);
      to += header + size;
    }
    from = next;
  }
  s.arenaEnd = to;
  s.reason.fill(-1);
}
