import { addClause } from "../sat/add-clause.ts";
import { newLiteral } from "../sat/state.ts";
import { type Brokerage, breaksOf } from "./brokerage.ts";
import type { Encoding } from "./encode.ts";
import { deepen, type PersonLiterals } from "./encode-person.ts";

/**
 * The encoding knows at first only whether somebody has a break. A model in which somebody has several, or more than the allowed difference, is refined: all
 * breaks of that person are counted from now on and held within the difference. Returns the new literals to be minimized; null if the model was counted
 * right. With fewer breaks than `best` sought, and `best` no more than the people, somebody has none: then nobody may have more than the difference.
 */
export function refine(problem: Brokerage, encoding: Encoding, busy: Int32Array, best: number): number[] | null {
  const wrong = severalBreaks(problem, busy).filter((p) => !encoding.people[p]!.isRefined);
  return wrong.length === 0 ? null : countAllBreaks(problem, encoding, wrong, best);
}

/** Those whose breaks the encoding does not count right at first. */
export function severalBreaks({ maxDifference }: Brokerage, busy: Int32Array): number[] {
  const known = Math.min(1, maxDifference);
  return Array.from(busy.keys()).filter((p) => breaksOf(busy[p]!) > known);
}

/** Counts all breaks of these people from now on. Returns the new literals to be minimized. */
export function countAllBreaks(problem: Brokerage, encoding: Encoding, people: Iterable<number>, best: number): number[] {
  const added: number[] = [];
  for (const p of people) refinePerson(problem, encoding, encoding.people[p]!, best <= problem.people, added);
  return added;
}

function refinePerson(
  problem: Brokerage,
  encoding: Encoding,
  person: PersonLiterals,
  somebodyHasNone: boolean,
  added: number[],
): void {
  if (person.isRefined) return;
  person.isRefined = true;
  const known = person.breaks.length;
  const most = problem.maxDifference;
  deepen(encoding.solver, encoding.no, person, somebodyHasNone ? most + 1 : Number.POSITIVE_INFINITY);
  if (somebodyHasNone) {
    const beyond = person.breaks.splice(most);
    for (const literal of beyond) addClause(encoding.solver, [literal ^ 1]);
    added.push(...person.breaks.slice(known));
    return;
  }
  added.push(...person.breaks.slice(known));
  for (let level = most; level < person.breaks.length; level++) limitDifference(problem, encoding, person, level, added);
}

/** Having more than `level` breaks forces everybody to more than `level - maxDifference`. */
function limitDifference(problem: Brokerage, encoding: Encoding, person: PersonLiterals, level: number, added: number[]): void {
  const broken = person.breaks[level]!;
  const depth = level - problem.maxDifference;
  const everybody = newLiteral(encoding.solver);
  addClause(encoding.solver, [broken ^ 1, everybody]);
  encoding.people.forEach((other, q) => {
    const possible = Math.min(problem.meetingsOf[q]!.length - 1, (problem.slots - 1) >> 1);
    if (depth >= other.breaks.length && depth < possible) refinePerson(problem, encoding, other, false, added);
    const enough = other.breaks[depth];
    addClause(encoding.solver, enough === undefined ? [everybody ^ 1] : [everybody ^ 1, enough]);
  });
}
