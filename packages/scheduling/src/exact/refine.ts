import { addClause } from "../sat/add-clause.ts";
import { newLiteral } from "../sat/state.ts";
import { type Brokerage, breaksOf } from "./brokerage.ts";
import type { Encoding } from "./encode.ts";
import { deepen, type PersonLiterals } from "./encode-person.ts";

/**
 * The encoding knows at first only whether somebody has a break. A model in which somebody has several, or more than the allowed difference, is refined: all
 * breaks of that person are counted from now on and held within the difference. Returns the new literals to be minimized; null if the model was counted
 * right.
 */
export function refine(problem: Brokerage, encoding: Encoding, busy: Int32Array): number[] | null {
  const known = Math.min(1, problem.maxDifference);
  const wrong = encoding.people.filter((person, p) => !person.isRefined && breaksOf(busy[p]!) > known);
  if (wrong.length === 0) return null;
  const added: number[] = [];
  for (const person of wrong) refinePerson(problem, encoding, person, added);
  return added;
}

function refinePerson(problem: Brokerage, encoding: Encoding, person: PersonLiterals, added: number[]): void {
  if (person.isRefined) return;
  person.isRefined = true;
  const known = person.breaks.length;
  deepen(encoding.solver, encoding.no, person);
  added.push(...person.breaks.slice(known));
  for (let level = problem.maxDifference; level < person.breaks.length; level++)
    limitDifference(problem, encoding, person, level, added);
}

/** Having more than `level` breaks forces everybody to more than `level - maxDifference`. */
function limitDifference(problem: Brokerage, encoding: Encoding, person: PersonLiterals, level: number, added: number[]): void {
  const broken = person.breaks[level]!;
  const depth = level - problem.maxDifference;
  const everybody = newLiteral(encoding.solver);
  addClause(encoding.solver, [broken ^ 1, everybody]);
  encoding.people.forEach((other, q) => {
    const possible = Math.min(problem.meetingsOf[q]!.length - 1, (problem.slots - 1) >> 1);
    if (depth >= other.breaks.length && depth < possible) refinePerson(problem, encoding, other, added);
    const enough = other.breaks[depth];
    addClause(encoding.solver, enough === undefined ? [everybody ^ 1] : [everybody ^ 1, enough]);
  });
}
