import { addClause } from "../sat/add-clause.ts";
import { newLiteral } from "../sat/state.ts";
import { type Brokerage, breaksOf } from "./brokerage.ts";
import type { Encoding } from "./encode.ts";
import { deepen } from "./encode-person.ts";

/**
 * The encoding knows at first only whether somebody has a break. A model in which somebody has several is refined: their further breaks
 * are counted from now on, and so is the allowed difference between people. Returns the new literals to be minimized; none if the model was counted right.
 */
export function refine(problem: Brokerage, encoding: Encoding, busy: Int32Array): number[] {
  const added: number[] = [];
  encoding.people.forEach((person, p) => {
    if (breaksOf(busy[p]!) > person.breaks.length) refinePerson(problem, encoding, p, added);
  });
  return added;
}

function refinePerson(problem: Brokerage, encoding: Encoding, p: number, added: number[]): void {
  const person = encoding.people[p]!;
  const known = person.breaks.length;
  deepen(encoding.solver, encoding.no, person);
  added.push(...person.breaks.slice(known));
  for (let level = problem.maxDifference; level < person.breaks.length; level++)
    limitDifference(problem, encoding, p, level, added);
}

/** Having more than `level` breaks forces everybody to more than `level - maxDifference`. */
function limitDifference(problem: Brokerage, encoding: Encoding, p: number, level: number, added: number[]): void {
  const broken = encoding.people[p]!.breaks[level]!;
  const depth = level - problem.maxDifference;
  const everybody = newLiteral(encoding.solver);
  addClause(encoding.solver, [broken ^ 1, everybody]);
  encoding.people.forEach((other, q) => {
    const possible = Math.min(problem.meetingsOf[q]!.length - 1, (problem.slots - 1) >> 1);
    if (depth >= other.breaks.length && depth < possible) refinePerson(problem, encoding, q, added);
    const enough = other.breaks[depth];
    addClause(encoding.solver, enough === undefined ? [everybody ^ 1] : [everybody ^ 1, enough]);
  });
}
