/** When to restart. */
export interface Pace {
  learnt(lbd: number, assigned: number): void;
  wantsRestart(): boolean;
  restarted(): void;
}

const recently = 50;
const margin = 0.8;
const usualTrails = 5_000;
const unusualTrail = 1.4;
const firstUnusual = 10_000;
const firstStretch = 1_000;
const stretchGrowth = 1.3;
const lubyUnit = 512;

/**
 * In turns: restarts where recent lessons are worse than those of the whole search, put off while the trail is unusually long (Audemard and Simon, Glucose
 * 2009 and 2012); and long stable stretches by the Luby sequence (CaDiCaL, Biere 2019). The one is good at refuting, the other at finding.
 * The memory of a solver outlives its searches.
 */
export function createPace(): Pace {
  const recent = createWindow(recently);
  const trails = createWindow(usualTrails);
  let lessons = 0;
  let sum = 0;
  let last = 0;
  let isStable = false;
  let stretch = firstStretch;
  let stretchEnd = firstStretch;
  let lubyIndex = 1;
  return {
    learnt(lbd, assigned) {
      lessons++;
      sum += lbd;
      trails.add(assigned);
      if (lessons > firstUnusual && assigned > unusualTrail * trails.mean()) recent.clear();
      recent.add(lbd);
    },
    wantsRestart: () =>
      isStable ? lessons - last >= lubyUnit * luby(lubyIndex) : recent.isFull() && margin * recent.mean() > sum / lessons,
    restarted() {
      recent.clear();
      last = lessons;
      if (isStable) lubyIndex++;
      if (lessons < stretchEnd) return;
      isStable = !isStable;
      stretch *= stretchGrowth;
      stretchEnd = lessons + stretch;
    },
  };
}

/** The sequence 1 1 2 1 1 2 4 ... (Luby, Sinclair and Zuckerman 1993), from index 1. */
function luby(index: number): number {
  let i = index;
  for (;;) {
    const k = 32 - Math.clz32(i);
    if (i === (1 << k) - 1) return 1 << (k - 1);
    i -= (1 << (k - 1)) - 1;
  }
}

/** The last so many numbers. */
function createWindow(size: number) {
  const values = new Int32Array(size);
  let count = 0;
  let next = 0;
  let sum = 0;
  return {
    add(value: number): void {
      if (count === size) sum -= values[next]!;
      else count++;
      values[next] = value;
      sum += value;
      next = (next + 1) % size;
    },
    isFull: (): boolean => count === size,
    mean: (): number => sum / count,
    clear(): void {
      count = 0;
      next = 0;
      sum = 0;
    },
  };
}
