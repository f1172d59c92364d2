/**
 * The published problem in arrays: every meeting takes one of at most 31 slots of one day, nobody is twice in a slot, and at most
 * `capacity[slot]` meetings run at once. Sought: the fewest breaks, those of any two people differing by at most `maxDifference`.
 */
export interface Brokerage {
  slots: number;
  people: number;
  meetings: number;
  /** People of a meeting, and meetings of a person. */
  peopleOf: readonly (readonly number[])[];
  meetingsOf: readonly (readonly number[])[];
  /** Bit s set: the meeting may take slot s. */
  allowed: Int32Array;
  capacity: Int32Array;
  /** Pairs (earlier, later). */
  precedences: readonly (readonly [number, number])[];
  maxDifference: number;
}

export const maxExactSlots = 31;

/** Bit s set: the person has a meeting in slot s. */
export function calendars(problem: Brokerage, slotOf: ArrayLike<number>): Int32Array {
  const busy = new Int32Array(problem.people);
  for (let m = 0; m < problem.meetings; m++) for (const p of problem.peopleOf[m]!) busy[p] = busy[p]! | (1 << slotOf[m]!);
  return busy;
}

export const popCount = (mask: number): number => {
  let x = mask - ((mask >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/** Runs of consecutive slots in a calendar, less one: the idle gaps between the first and the last meeting. */
export const breaksOf = (calendar: number): number => (calendar === 0 ? 0 : popCount(calendar & ~(calendar << 1)) - 1);

export interface BreakCount {
  total: number;
  /** Greatest difference between two people. */
  difference: number;
}

export function countBreaks(busy: Int32Array): BreakCount {
  let total = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const calendar of busy) {
    const breaks = breaksOf(calendar);
    total += breaks;
    least = Math.min(least, breaks);
    most = Math.max(most, breaks);
  }
  return { total, difference: busy.length === 0 ? 0 : most - least };
}
