import { addClause } from "../sat/add-clause.ts";
import { createSolver, newLiteral, type SatState } from "../sat/state.ts";
import { atMost, atMostOne } from "../sat/totalizer.ts";
import type { Brokerage } from "./brokerage.ts";
import { countRange } from "./count-range.ts";
import { encodePerson, type PersonLiterals } from "./encode-person.ts";

export interface Encoding {
  solver: SatState;
  /** at[meeting][slot]: the literal "this meeting takes this slot"; `no` where it may not. */
  at: number[][];
  people: PersonLiterals[];
  no: number;
}

/**
 * The problem in clauses, after the MaxSAT encoding of Bofill and others (JAIR 2022), with two changes: each person's meetings are counted slot
 * by slot, which makes "no break" a condition on neighbouring counts, and the literals to be minimized count breaks per person, further ones only
 * for people who turn out to have several (see `refine`).
 */
export function encode(problem: Brokerage): Encoding {
  const solver = createSolver();
  const no = newLiteral(solver);
  addClause(solver, [no ^ 1]);
  const at = meetingLiterals(problem, solver, no);
  const people = problem.meetingsOf.map((meetings) =>
    encodePerson(
      solver,
      no,
      meetings.map((m) => at[m]!),
      countRange(problem, meetings),
    ),
  );
  limitLocations(problem, solver, at, people, no);
  limitPeople(problem, solver, people, no);
  for (const [earlier, later] of problem.precedences) order(solver, at[earlier]!, at[later]!, no);
  return { solver, at, people, no };
}

export const penaltiesOf = (encoding: Encoding): number[] => encoding.people.flatMap((person) => person.breaks);

function meetingLiterals(problem: Brokerage, solver: SatState, no: number): number[][] {
  return Array.from(problem.allowed, (mask) => {
    const literals = Array.from({ length: problem.slots }, (_, s) => ((mask >> s) & 1 ? newLiteral(solver) : no));
    const open = literals.filter((literal) => literal !== no);
    addClause(solver, open);
    atMostOne(solver, open);
    return literals;
  });
}

/**
 * At most `capacity` meetings in a slot. Every meeting is counted at the busiest of its people: a person is in one meeting at a time,
 * so it is enough to count those people, which are far fewer than the meetings.
 */
function limitLocations(problem: Brokerage, solver: SatState, at: number[][], people: PersonLiterals[], no: number): void {
  const heads = new Map<number, number[]>();
  problem.peopleOf.forEach((members, m) => {
    const busiest = members.reduce((a, b) => (problem.meetingsOf[b]!.length > problem.meetingsOf[a]!.length ? b : a));
    heads.set(busiest, [...(heads.get(busiest) ?? []), m]);
  });
  for (let s = 0; s < problem.slots; s++) {
    const counted: number[] = [];
    for (const [head, meetings] of heads) {
      const literals = meetings.map((m) => at[m]![s]!).filter((literal) => literal !== no);
      if (literals.length > 0)
        counted.push(anyOf(solver, literals, meetings.length === problem.meetingsOf[head]!.length ? people[head]!.used[s]! : -1));
    }
    atMost(solver, counted, problem.capacity[s]!);
  }
}

/**
 * What follows from it for people: a slot has room for so many meetings, so for so many people at once. Whoever must be there to have no break, whatever
 * the meeting, is known early; said on people, the limit shows at once where too many of them come together.
 */
function limitPeople(problem: Brokerage, solver: SatState, people: PersonLiterals[], no: number): void {
  const mostTogether = problem.peopleOf.reduce((most, members) => Math.max(most, members.length), 0);
  for (let s = 0; s < problem.slots; s++) {
    const used = people.map((person) => person.used[s]!).filter((literal) => literal !== no);
    atMost(solver, used, problem.capacity[s]! * mostTogether);
  }
}

function anyOf(solver: SatState, literals: number[], known: number): number {
  if (known >= 0) return known;
  if (literals.length === 1) return literals[0]!;
  const any = newLiteral(solver);
  for (const literal of literals) addClause(solver, [literal ^ 1, any]);
  return any;
}

/** The later meeting in slot s needs the earlier one before s. */
function order(solver: SatState, earlier: number[], later: number[], no: number): void {
  for (let s = 0; s < later.length; s++) {
    if (later[s] === no) continue;
    addClause(solver, [later[s]! ^ 1, ...earlier.slice(0, s).filter((literal) => literal !== no)]);
  }
}
