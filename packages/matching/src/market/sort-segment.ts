const insertionBudget = 8;
const keyLevels = 2 ** 36;
const longestPacked = 2 ** 16;

/**
 * Sorts order[start..end) by key[edge] downwards, ties by edge number upwards. Nearly sorted segments (the usual case
 * between two sweeps) cost linear time by insertion; others are sorted as packed numbers first.
 */
export function sortSegment(order: Int32Array, start: number, end: number, key: Float64Array): void {
  const budget = (end - start) * insertionBudget;
  if (!insertionSort(order, start, end, key, budget)) {
    presort(order, start, end, key);
    insertionSort(order, start, end, key, Number.POSITIVE_INFINITY);
  }
}

/** False when more moves than the budget would be needed; the segment is then a permutation, partly sorted. */
function insertionSort(order: Int32Array, start: number, end: number, key: Float64Array, budget: number): boolean {
  let left = budget;
  for (let at = start + 1; at < end; at++) {
    const edge = order[at]!;
    const value = key[edge]!;
    let to = at - 1;
    while (to >= start) {
      const other = order[to]!;
      const otherValue = key[other]!;
      if (otherValue > value || (otherValue === value && other < edge)) break;
      order[to + 1] = other;
      to--;
    }
    order[to + 1] = edge;
    left -= at - 1 - to;
    if (left < 0) return false;
  }
  return true;
}

/** Sorts up to a small rounding of the keys: key and position packed into one double, sorted natively. */
function presort(order: Int32Array, start: number, end: number, key: Float64Array): void {
  const length = end - start;
  const before = order.slice(start, end);
  if (length > longestPacked) {
    order.set(
      before.sort((a, b) => key[b]! - key[a]! || a - b),
      start,
    );
    return;
  }
  let highest = 0;
  for (let at = 0; at < length; at++) highest = Math.max(highest, key[before[at]!]!);
  const scale = highest > 0 ? (keyLevels - 1) / highest : 0;
  const packed = new Float64Array(length);
  for (let at = 0; at < length; at++) packed[at] = Math.floor(key[before[at]!]! * scale) * longestPacked + at;
  packed.sort();
  for (let at = 0; at < length; at++) order[start + at] = before[packed[length - 1 - at]! % longestPacked]!;
}
