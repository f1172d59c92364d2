import { addClause } from "../sat/add-clause.ts";
import { newLiteral, type SatState } from "../sat/state.ts";
import { atMostOne } from "../sat/totalizer.ts";
import type { CountRange } from "./count-range.ts";

export interface PersonLiterals {
  used: number[];
  /** count[s][j]: more than j meetings in the slots up to s. */
  count: number[][];
  /** breaks[j]: the person has more than j breaks. At first only the first is known; `deepen` adds the others. */
  breaks: number[];
  /** Whether all breaks are counted, and held within the allowed difference. */
  isRefined: boolean;
}

/** One person's calendar: at most one meeting a slot, all meetings counted, and a literal for "has a break". */
export function encodePerson(solver: SatState, no: number, meetings: number[][], range: CountRange): PersonLiterals {
  const used = range.most.map((_, s) =>
    usedLiteral(
      solver,
      no,
      meetings.map((at) => at[s]!),
    ),
  );
  if (meetings.length < 2) return { used, count: [], breaks: [], isRefined: true };
  const count = encodeCount(solver, no, used, meetings.length, range);
  return { used, count, breaks: [firstBreak(solver, used, count)], isRefined: false };
}

function usedLiteral(solver: SatState, no: number, literals: number[]): number {
  const open = literals.filter((literal) => literal !== no);
  if (open.length <= 1) return open[0] ?? no;
  const used = newLiteral(solver);
  for (const literal of open) addClause(solver, [literal ^ 1, used]);
  addClause(solver, [used ^ 1, ...open]);
  atMostOne(solver, open);
  return used;
}

/**
 * count[s][j]: more than j meetings in the slots up to s (a sequential counter, Sinz 2005, in both directions). `range` says how many
 * are certain and possible by then.
 */
function encodeCount(solver: SatState, no: number, used: number[], total: number, range: CountRange): number[][] {
  const yes = no ^ 1;
  const count: number[][] = [];
  for (let s = 0; s < used.length; s++) {
    const known = (j: number) => (j >= range.most[s]! ? no : j < range.least[s]! ? yes : newLiteral(solver));
    count.push(Array.from({ length: total }, (_, j) => known(j)));
    const previous = (j: number) => (j < 0 ? yes : s === 0 ? no : count[s - 1]![j]!);
    for (let j = 0; j < total; j++) {
      const here = count[s]![j]!;
      addClause(solver, [previous(j) ^ 1, here]);
      addClause(solver, [here ^ 1, previous(j - 1)]);
      addClause(solver, [used[s]! ^ 1, previous(j - 1) ^ 1, here]);
      addClause(solver, [used[s]!, previous(j), here ^ 1]);
    }
    addClause(solver, [used[s]! ^ 1, previous(total - 1) ^ 1]);
  }
  return count;
}

/**
 * As long as there is no break, meetings once begun go on until all are held. Said on the counts, this lets one assumption settle a
 * whole calendar.
 */
function firstBreak(solver: SatState, used: number[], count: number[][]): number {
  const total = count[0]!.length;
  const broken = newLiteral(solver);
  for (let s = 0; s + 1 < used.length; s++) {
    addClause(solver, [broken, used[s]!, count[s]![0]! ^ 1, count[s]![total - 1]!]);
    for (let j = 0; j + 1 < total; j++) addClause(solver, [broken, count[s]![j]! ^ 1, count[s + 1]![j + 1]!]);
  }
  return broken;
}

/** Counts all breaks of one person: a break ends where somebody idle, who has met before, meets in the next slot. */
export function deepen(solver: SatState, no: number, person: PersonLiterals, most: number): void {
  const { used, count, breaks } = person;
  const levels = Math.min(most, count[0]!.length - 1, (used.length - 1) >> 1);
  while (breaks.length < levels) {
    const deeper = newLiteral(solver);
    addClause(solver, [deeper ^ 1, breaks.at(-1)!]);
    breaks.push(deeper);
  }
  let ended = breaks.map(() => no);
  for (let s = 1; s + 1 < used.length; s++) {
    const ends = newLiteral(solver);
    addClause(solver, [ends, used[s]!, used[s + 1]! ^ 1, count[s]![0]! ^ 1]);
    ended = ended.map((before, j) => {
      const literal = newLiteral(solver);
      addClause(solver, [before ^ 1, literal]);
      addClause(solver, j === 0 ? [ends ^ 1, literal] : [ends ^ 1, ended[j - 1]! ^ 1, literal]);
      return literal;
    });
  }
  ended.forEach((literal, j) => {
    addClause(solver, [literal ^ 1, breaks[j]!]);
  });
}
