import type { Random } from "../random.ts";
import { type Brokerage, breaksOf, countBreaks, popCount } from "./brokerage.ts";
import { precedenceNeighbours } from "./construct.ts";
import { collect, createChain, type KempeChain, swap } from "./kempe.ts";
import type { Timetable } from "./timetable.ts";

export interface AnnealOptions {
  random: Random;
  moves: number;
  /** Ends as soon as this many breaks are reached. */
  target: number;
  shouldStop: () => boolean;
}

export interface Annealed {
  slotOf: Int32Array;
  breaks: number;
  moves: number;
}

// Chosen on generated events (bench/generate-brokerage.ts); the result depends little on them.
const hot = 0.4;
const cold = 0.15;
const convexity = 0.8;
const idleSlot = 0.1;
const focus = 0.3;
const beyondDifference = 2;
const checkInterval = 4096;

/**
 * Simulated annealing over Kempe chains between two slots, which keep the timetable valid. Beside its breaks a calendar pays for being cut in pieces of
 * like size: the closer it is to one long run, the cheaper. Returns the best valid timetable seen, or null if none kept the allowed difference.
 */
export function anneal(problem: Brokerage, table: Timetable, options: AnnealOptions): Annealed | null {
  const { random, moves } = options;
  const chain = createChain(problem);
  const neighbours = precedenceNeighbours(problem);
  const ordered = problem.precedences.length > 0;
  const movable = movableMeetings(problem);
  const slotsOf = movable.map((m) => slotList(problem.allowed[m]!));
  let best = null as Annealed | null;
  let breaks = countBreaks(table.busy).total;
  const keep = (move: number): void => {
    if (best !== null && breaks >= best.breaks) return;
    if (countBreaks(table.busy).difference <= problem.maxDifference) best = { slotOf: table.slotOf.slice(), breaks, moves: move };
  };
  keep(0);
  const cooling = (cold / hot) ** (checkInterval / moves);
  let temperature = hot;
  for (let move = 1; move <= moves && movable.length > 0; move++) {
    if (move % checkInterval === 0) {
      temperature *= cooling;
      if (options.shouldStop()) break;
    }
    let meeting: number;
    let to: number;
    if (random.next() < focus) {
      const filling = fillIdleSlot(problem, table, random);
      if (filling === null) continue;
      [meeting, to] = filling;
    } else {
      const pick = random.below(movable.length);
      meeting = movable[pick]!;
      to = slotsOf[pick]![random.below(slotsOf[pick]!.length)]!;
    }
    const from = table.slotOf[meeting]!;
    if (to === from || !collect(problem, table, chain, meeting, to)) continue;
    const delta = change(problem, table, chain, from, to);
    if (delta > 0 && random.next() >= Math.exp(-delta / temperature)) continue;
    if (ordered && breaksOrder(table, chain, from, to, neighbours)) continue;
    breaks += breakChange(table, chain, from, to);
    swap(problem, table, chain, from, to);
    if (best === null || breaks < best.breaks) keep(move);
    if (best !== null && best.breaks <= options.target) break;
  }
  return best;
}

/** Somebody's first or last meeting, and an idle slot between the two for it; null if the person drawn has no break. */
function fillIdleSlot(problem: Brokerage, table: Timetable, random: Random): [number, number] | null {
  const person = random.below(problem.people);
  const calendar = table.busy[person]!;
  if (breaksOf(calendar) < 1) return null;
  const first = 31 - Math.clz32(calendar & -calendar);
  const last = 31 - Math.clz32(calendar);
  const to = first + 1 + random.below(last - first - 1);
  if ((calendar >> to) & 1) return null;
  return [table.meetingAt[person * problem.slots + (random.next() < 0.5 ? first : last)]!, to];
}

const movableMeetings = (problem: Brokerage): number[] =>
  Array.from({ length: problem.meetings }, (_, m) => m).filter((m) => popCount(problem.allowed[m]!) > 1);

const slotList = (mask: number): number[] => Array.from({ length: 31 }, (_, s) => s).filter((s) => (mask >> s) & 1);

function change(problem: Brokerage, table: Timetable, chain: KempeChain, from: number, to: number): number {
  const both = (1 << from) | (1 << to);
  let delta = 0;
  for (let i = 0; i < chain.changedCount; i++) {
    const calendar = table.busy[chain.changed[i]!]!;
    delta += calendarCost(calendar ^ both, problem.maxDifference) - calendarCost(calendar, problem.maxDifference);
  }
  return delta;
}

function calendarCost(calendar: number, maxDifference: number): number {
  let rest = calendar;
  let squares = 0;
  let runs = 0;
  let held = 0;
  while (rest !== 0) {
    rest >>>= 31 - Math.clz32(rest & -rest);
    const length = 31 - Math.clz32(~rest & -~rest);
    squares += length * length;
    held += length;
    runs++;
    rest >>>= length;
  }
  if (runs <= 1) return 0;
  const idle = Math.clz32(calendar & -calendar) - Math.clz32(calendar) + 1 - held;
  return (
    runs -
    1 +
    idleSlot * idle +
    convexity * (1 - squares / (held * held)) +
    beyondDifference * Math.max(0, runs - 1 - maxDifference)
  );
}

function breakChange(table: Timetable, chain: KempeChain, from: number, to: number): number {
  const both = (1 << from) | (1 << to);
  let delta = 0;
  for (let i = 0; i < chain.changedCount; i++) {
    const calendar = table.busy[chain.changed[i]!]!;
    delta += breaksOf(calendar ^ both) - breaksOf(calendar);
  }
  return delta;
}

function breaksOrder(
  table: Timetable,
  chain: KempeChain,
  from: number,
  to: number,
  neighbours: readonly [number, boolean][][],
): boolean {
  const slotAfter = (m: number): number => {
    const slot = table.slotOf[m]!;
    if (chain.stamp[m] !== chain.now) return slot;
    return slot === from ? to : from;
  };
  for (let i = 0; i < chain.length; i++) {
    const meeting = chain.meetings[i]!;
    const slot = slotAfter(meeting);
    for (const [other, isLater] of neighbours[meeting]!) {
      const at = slotAfter(other);
      if (isLater ? at <= slot : at >= slot) return true;
    }
  }
  return false;
}
