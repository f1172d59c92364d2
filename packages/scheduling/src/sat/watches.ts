/**
 * Who watches which literal: pairs (clause, blocking literal). The lists of all literals lie in one array, because as many small arrays their
 * headers alone would not fit a processor's cache. The clause of a binary watch is written as ~offset, so that propagation never has to look at it.
 */
export interface Watches {
  /** Replaced when it is full: whoever holds it must take it anew after `watch`. */
  pool: Int32Array;
  end: number;
  start: Int32Array;
  count: Int32Array;
  room: Int32Array;
}

const leastRoom = 8;
const slack = 4;

export const createWatches = (literals: number): Watches => ({
  pool: new Int32Array(1 << 16),
  end: 0,
  start: new Int32Array(literals),
  count: new Int32Array(literals),
  room: new Int32Array(literals),
});

export function watch(w: Watches, literal: number, clause: number, blocker: number): void {
  const count = w.count[literal]!;
  if (count + 2 > w.room[literal]!) move(w, literal);
  const at = w.start[literal]! + count;
  w.pool[at] = clause;
  w.pool[at + 1] = blocker;
  w.count[literal] = count + 2;
}

/** To the end of the pool, with twice the room. */
function move(w: Watches, literal: number): void {
  const room = Math.max(leastRoom, 2 * w.room[literal]!);
  if (w.end + room > w.pool.length) {
    const larger = new Int32Array(2 * w.pool.length + room);
    larger.set(w.pool);
    w.pool = larger;
  }
  const from = w.start[literal]!;
  w.pool.copyWithin(w.end, from, from + w.count[literal]!);
  w.start[literal] = w.end;
  w.room[literal] = room;
  w.end += room;
}

/** Empties all lists and closes the gaps that moved ones left; each keeps the room it has just used. */
export function clearWatches(w: Watches): void {
  w.end = 0;
  for (let literal = 0; literal < w.start.length; literal++) {
    w.start[literal] = w.end;
    w.room[literal] = w.count[literal]! === 0 ? 0 : w.count[literal]! + slack;
    w.end += w.room[literal]!;
    w.count[literal] = 0;
  }
}
