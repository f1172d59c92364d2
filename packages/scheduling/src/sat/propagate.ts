import { assign, header, type SatState } from "./state.ts";
import { watch } from "./watches.ts";

/**
 * Unit propagation with two watched literals and blocking literals (MiniSat 2.2).
 * Returns the offset of a falsified clause, or -1.
 */
export function propagate(s: SatState): number {
  while (s.propagated < s.trailEnd) {
    s.propagations++;
    const conflict = visitWatches(s, s.trail[s.propagated++]!);
    if (conflict >= 0) {
      s.propagated = s.trailEnd;
      return conflict;
    }
  }
  return -1;
}

function visitWatches(s: SatState, truth: number): number {
  const { values, arena, watches } = s;
  let list = watches.pool;
  const start = watches.start[truth]!;
  const end = start + watches.count[truth]!;
  const falsified = truth ^ 1;
  let kept = start;
  let conflict = -1;
  let i = start;
  while (i < end) {
    const name = list[i]!;
    const blocker = list[i + 1]!;
    i += 2;
    const value = values[blocker]!;
    if (value === 1 || name < 0) {
      list[kept] = name;
      list[kept + 1] = blocker;
      kept += 2;
      if (value === 1) continue;
      if (value === 0) assign(s, blocker, ~name);
      else {
        conflict = ~name;
        break;
      }
      continue;
    }
    const base = name + header;
    if (arena[base] === falsified) {
      arena[base] = arena[base + 1]!;
      arena[base + 1] = falsified;
    }
    const first = arena[base]!;
    const firstValue = values[first]!;
    if (firstValue !== 1) {
      const stop = base + arena[name]!;
      let k = base + 2;
      while (k < stop && values[arena[k]!] === -1) k++;
      if (k < stop) {
        const replacement = arena[k]!;
        arena[base + 1] = replacement;
        arena[k] = falsified;
        watch(watches, replacement ^ 1, name, first);
        list = watches.pool;
        continue;
      }
    }
    list[kept] = name;
    list[kept + 1] = first;
    kept += 2;
    if (firstValue === -1) {
      conflict = name;
      break;
    }
    if (firstValue === 0) assign(s, first, name);
  }
  while (i < end) list[kept++] = list[i++]!;
  watches.count[truth] = kept - start;
  return conflict;
}
