/** When to restart: quickly while learnt clauses are worse than usual, then in long stable stretches by the Luby sequence, in turns. */
export interface Pace {
  learnt(lbd: number): void;
  wantsRestart(conflicts: number): boolean;
  restarted(conflicts: number): void;
}

export function createPace(conflicts: number): Pace {
  let fast = 0;
  let slow = 0;
  let stable = false;
  let last = conflicts;
  let modeEnd = conflicts + 1_000;
  let modeLength = 1_000;
  let lubyIndex = 1;
  return {
    learnt(lbd) {
      fast += (lbd - fast) / 32;
      slow += (lbd - slow) / 4096 + (slow === 0 ? lbd : 0);
    },
    wantsRestart: (now) => (stable ? now - last >= 512 * luby(lubyIndex) : now - last >= 4 && fast > 1.1 * slow),
    restarted(now) {
      last = now;
      if (stable) lubyIndex++;
      if (now < modeEnd) return;
      stable = !stable;
      modeLength *= 1.3;
      modeEnd = now + modeLength;
    },
  };
}

/** The sequence 1 1 2 1 1 2 4 ... (Luby, Sinclair and Zuckerman 1993), from index 1. */
export function luby(index: number): number {
  let i = index;
  for (;;) {
    const k = 32 - Math.clz32(i);
    if (i === (1 << k) - 1) return 1 << (k - 1);
    i -= (1 << (k - 1)) - 1;
  }
}
