/** A small seeded generator (mulberry32, Tommy Ettinger, public domain): the demo fair is the same on every machine. */
export function seededRandom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** 0 (inclusive) to `below` (exclusive), whole. */
    below: (below: number) => Math.floor(next() * below),
    pick<T>(from: readonly T[]): T {
      const picked = from[Math.floor(next() * from.length)];
      if (picked === undefined) throw new Error("nothing to pick from");
      return picked;
    },
    /** So many different ones, in random order. */
    some<T>(from: readonly T[], count: number): T[] {
      const rest = [...from];
      return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(Math.floor(next() * rest.length), 1)[0] as T);
    },
  };
}

export type Random = ReturnType<typeof seededRandom>;
