import type { SatState } from "./state.ts";

const interval = 1_000;

export interface PhaseKeeper {
  atConflict(s: SatState): void;
}

/**
 * Returns now and then to the values of the longest assignment without a conflict, and every third time to "true" for all: without it, saved
 * phases keep a long search in one corner (rephasing, Biere and Fleury 2020).
 */
export function createPhaseKeeper(conflicts: number): PhaseKeeper {
  let longest = 0;
  let kept = new Int8Array(0);
  let last = conflicts;
  let turn = 0;
  return {
    atConflict(s) {
      const sound = s.levelStart.at(-1)!;
      if (sound > longest) {
        longest = sound;
        kept = s.phase.slice();
        for (let i = 0; i < sound; i++) kept[s.trail[i]! >> 1] = s.trail[i]! & 1;
      }
      if (s.conflicts - last < interval) return;
      last = s.conflicts;
      longest = 0;
      if (++turn % 3 === 0) s.phase.fill(0);
      else s.phase.set(kept);
    },
  };
}
