import type { Random } from "../random.ts";
import type { Brokerage } from "./brokerage.ts";
import { emptyTimetable, put, type Timetable, take, unplaced } from "./timetable.ts";

/**
 * A first complete timetable by insertion with ejection (iterative forward search with conflict statistics, Mueller, Bartak and Rudova 2004): a meeting
 * takes the slot whose occupants have been driven out least often; those wait for a place of their own. Null when `steps` did not suffice.
 */
export function construct(problem: Brokerage, random: Random, steps: number): Timetable | null {
  const table = emptyTimetable(problem);
  const waiting = Array.from({ length: problem.meetings }, (_, m) => m).sort((a, b) => freedom(problem, a) - freedom(problem, b));
  const evictions = new Float64Array(problem.meetings);
  const neighbours = precedenceNeighbours(problem);
  for (let step = 0; step < steps; step++) {
    if (waiting.length === 0) return table;
    const meeting = step < problem.meetings ? waiting.shift()! : waiting.splice(random.below(waiting.length), 1)[0]!;
    const place = cheapestPlace(problem, table, meeting, evictions, neighbours, random);
    if (place === null) return null;
    for (const other of place.evicted) {
      take(problem, table, other);
      evictions[other] = evictions[other]! + 1;
      waiting.push(other);
    }
    put(problem, table, meeting, place.slot);
  }
  return waiting.length === 0 ? table : null;
}

const freedom = (problem: Brokerage, m: number): number => {
  let slots = 0;
  for (let mask = problem.allowed[m]!; mask !== 0; mask &= mask - 1) slots++;
  let rivals = 0;
  for (const p of problem.peopleOf[m]!) rivals = Math.max(rivals, problem.meetingsOf[p]!.length);
  return slots - rivals;
};

interface Place {
  slot: number;
  evicted: number[];
}

function cheapestPlace(
  problem: Brokerage,
  table: Timetable,
  meeting: number,
  evictions: Float64Array,
  neighbours: readonly [number, boolean][][],
  random: Random,
): Place | null {
  let best: Place | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let slot = 0; slot < problem.slots; slot++) {
    if (((problem.allowed[meeting]! >> slot) & 1) === 0 || problem.capacity[slot]! < 1) continue;
    const evicted = conflicts(problem, table, meeting, slot, evictions, neighbours[meeting]!);
    let cost = random.next() * 0.5;
    for (const other of evicted) cost += 1 + evictions[other]!;
    if (cost < bestCost) {
      bestCost = cost;
      best = { slot, evicted };
    }
  }
  return best;
}

function conflicts(
  problem: Brokerage,
  table: Timetable,
  meeting: number,
  slot: number,
  evictions: Float64Array,
  neighbours: readonly [number, boolean][],
): number[] {
  const evicted: number[] = [];
  for (const p of problem.peopleOf[meeting]!) {
    const other = table.meetingAt[p * problem.slots + slot]!;
    if (other !== unplaced && !evicted.includes(other)) evicted.push(other);
  }
  for (const [other, isLater] of neighbours) {
    const at = table.slotOf[other]!;
    if (at !== unplaced && (isLater ? at <= slot : at >= slot) && !evicted.includes(other)) evicted.push(other);
  }
  const stays = evicted.filter((other) => table.slotOf[other] === slot).length;
  if (table.load[slot]! - stays >= problem.capacity[slot]!) evicted.push(leastEvicted(problem, table, slot, evictions, evicted));
  return evicted;
}

function leastEvicted(problem: Brokerage, table: Timetable, slot: number, evictions: Float64Array, except: number[]): number {
  let chosen = unplaced;
  for (let m = 0; m < problem.meetings; m++)
    if (table.slotOf[m] === slot && !except.includes(m) && (chosen < 0 || evictions[m]! < evictions[chosen]!)) chosen = m;
  return chosen;
}

/** Per meeting the meetings it is ordered with; true: the other comes later. */
export function precedenceNeighbours(problem: Brokerage): [number, boolean][][] {
  const neighbours: [number, boolean][][] = Array.from({ length: problem.meetings }, () => []);
  for (const [earlier, later] of problem.precedences) {
    neighbours[earlier]!.push([later, true]);
    neighbours[later]!.push([earlier, false]);
  }
  return neighbours;
}
