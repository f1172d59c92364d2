import type { Compiled } from "../model/compile.ts";
import { possibleSlots } from "../model/possible-slots.ts";

interface Resource {
  capacity: number;
  meetings: number[];
}

const sweeps = 12;

/**
 * An upper bound on the weight that can be scheduled, from the degrees and the seats: a group of representatives holds no more meetings than its free
 * slots and limits allow, a location no more than its seats. The linear relaxation is bounded by duality: for any prices >= 0 of the resources the sum
 * of capacity times price, plus what meetings are worth beyond their prices, is a bound; coordinate descent looks for good prices.
 */
export function weightBound(c: Compiled): number {
  const possible = Array.from({ length: c.meetings }, (_, m) => possibleSlots(c, m).length > 0);
  const worth = c.weight.map((w, m) => (possible[m] ? w : 0));
  const resources = [...groupResources(c, possible), ...seatResources(c, possible)];
  let best = descend(c, resources, worth);
  best = Math.min(best, descend(c, [...resources].reverse(), worth));
  return best;
}

function descend(c: Compiled, resources: Resource[], worth: Float64Array): number {
  const rest = worth.slice();
  const price = new Float64Array(resources.length);
  let best = Number.POSITIVE_INFINITY;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    resources.forEach((resource, r) => {
      reprice(c, resource, price, r, rest);
    });
    let value = 0;
    resources.forEach(({ capacity }, r) => {
      value += capacity * price[r]!;
    });
    for (const w of rest) value += Math.max(0, w);
    if (value > best - 1e-6 * best) return Math.min(best, value);
    best = value;
  }
  return best;
}

/** The best price of one resource while the others stand: what the first meeting that finds no room would pay. */
function reprice(c: Compiled, { capacity, meetings }: Resource, price: Float64Array, r: number, rest: Float64Array): void {
  const old = price[r]!;
  for (const m of meetings) rest[m] = rest[m]! + old * c.length[m]!;
  const values = Float64Array.from(meetings, (m) => rest[m]! / c.length[m]!).sort();
  const next = capacity < values.length ? Math.max(0, values[values.length - 1 - capacity]!) : 0;
  for (const m of meetings) rest[m] = rest[m]! - next * c.length[m]!;
  price[r] = next;
}

function groupResources(c: Compiled, possible: boolean[]): Resource[] {
  const meetings: number[][] = c.groups.map(() => []);
  for (let m = 0; m < c.meetings; m++)
    if (possible[m]) for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++) meetings[c.groupOf[i]!]!.push(m);
  // Limits count meetings, capacities slots, so a limit is worth that many of the longest meetings.
  const longest = (list: number[]) => list.reduce((most, m) => Math.max(most, c.length[m]!), 1);
  return c.groups.map((reps, g) => ({ capacity: groupCapacity(c, reps, longest(meetings[g]!)), meetings: meetings[g]! }));
}

/**
 * Meetings a group can hold at most (slots, if meetings of `length` are meant): each representative's free slots, day by day within the limits. With a limit
 * in a row the most is had by pausing as late as possible.
 */
export function groupCapacity(c: Compiled, reps: Int32Array, length = 1): number {
  let total = 0;
  for (const rep of reps) {
    let ofDay = 0;
    let row = 0;
    for (let s = 0; s < c.slots; s++) {
      const isFree = c.available[rep * c.slots + s] === 1 && row < c.maxInARow[rep]!;
      row = isFree ? row + 1 : 0;
      if (isFree) ofDay++;
      if (s + 1 < c.slots && c.dayOf[s + 1] === c.dayOf[s]) continue;
      total += Math.min(ofDay, length * c.maxPerDay[rep]!);
      ofDay = 0;
      row = 0;
    }
  }
  return total;
}

/** One resource for each distinct list of locations: the seats of the list. */
function seatResources(c: Compiled, possible: boolean[]): Resource[] {
  const lists = new Map<Int32Array, number[]>();
  for (let m = 0; m < c.meetings; m++) {
    if (!possible[m]) continue;
    const list = lists.get(c.locationsOf[m]!);
    if (list) list.push(m);
    else lists.set(c.locationsOf[m]!, [m]);
  }
  return [...lists].map(([locations, meetings]) => ({
    capacity: locations.reduce((sum, l) => sum + c.seats.subarray(l * c.slots, (l + 1) * c.slots).reduce((a, b) => a + b, 0), 0),
    meetings,
  }));
}
