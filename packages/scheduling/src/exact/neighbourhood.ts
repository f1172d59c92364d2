import type { Random } from "../random.ts";
import { search } from "../sat/search.ts";
import { totalizer } from "../sat/totalizer.ts";
import { type Brokerage, breaksOf, calendars } from "./brokerage.ts";
import { type Encoding, encode, penaltiesOf } from "./encode.ts";

export interface NeighbourhoodOptions {
  random: Random;
  shouldStop: () => boolean;
  /** Takes a model in; returns whether more penalties are counted since. */
  accept: (encoding: Encoding) => boolean;
}

export interface Neighbourhoods {
  /** Looks for a timetable of fewer breaks than `slotOf` has, near it; "proven" if there is none anywhere. */
  search: (slotOf: Int32Array, breaks: number, conflicts: number) => "found" | "proven" | "none";
}

const conflictsPerTry = 400;
const narrowest = 0.05;
const widest = 0.9;

/**
 * Large neighbourhood search (Shaw 1998) on a clause-learning solver that lives on: meetings of some people, or of some neighbouring slots, may
 * move, all others are assumed where they are. What is refused is learnt for all neighbourhoods. They widen while they are refused, and narrow
 * when the tries run out.
 */
export function createNeighbourhoods(problem: Brokerage, options: NeighbourhoodOptions): Neighbourhoods {
  const { random } = options;
  const encoding = encode(problem);
  const { solver } = encoding;
  let share = 0.25;
  let counter: number[] = [];
  const tryOnce = (slotOf: Int32Array, breaks: number): "found" | "proven" | "none" => {
    if (counter.length === 0) counter = totalizer(solver, penaltiesOf(encoding), breaks);
    const fewer = counter[breaks - 1];
    const assumptions = fewer === undefined ? [] : [fewer ^ 1];
    const free = freeMeetings(problem, slotOf, share, random);
    for (let m = 0; m < problem.meetings; m++) if (free[m] === 0) assumptions.push(encoding.at[m]![slotOf[m]!]!);
    startFrom(encoding, slotOf);
    const answer = search(solver, { assumptions, maxConflicts: conflictsPerTry, shouldStop: options.shouldStop });
    if (answer.status === "unknown") share = Math.max(narrowest, share * 0.96);
    if (answer.status === "unsatisfiable") {
      if (answer.core.every((literal) => literal === assumptions[0] && fewer !== undefined)) return "proven";
      share = Math.min(widest, share * 1.03);
    }
    if (answer.status !== "satisfiable") return "none";
    if (options.accept(encoding)) counter = [];
    return "found";
  };
  return {
    search: (slotOf, breaks, conflicts) => {
      for (
        const start = solver.conflicts, tries = { left: conflicts / 40 };
        solver.conflicts - start < conflicts && tries.left > 0;
        tries.left--
      ) {
        if (options.shouldStop()) return "none";
        const outcome = tryOnce(slotOf, breaks);
        if (outcome !== "none") return outcome;
      }
      return "none";
    },
  };
}

/** The search first tries the timetable it is given. */
export function startFrom({ solver, at, no }: Encoding, slotOf: Int32Array): void {
  at.forEach((slots, m) => {
    slots.forEach((literal, s) => {
      if (literal !== no) solver.phase[literal >> 1] = s === slotOf[m] ? 0 : 1;
    });
  });
}

/** 1 for the meetings that may move: those of people around somebody with a break, or those of slots around a break. */
function freeMeetings(problem: Brokerage, slotOf: Int32Array, share: number, random: Random): Uint8Array {
  const busy = calendars(problem, slotOf);
  const broken = Array.from(busy.keys()).filter((p) => breaksOf(busy[p]!) > 0);
  const person = broken.length > 0 ? broken[random.below(broken.length)]! : random.below(problem.people);
  return random.next() < 0.5
    ? aroundPerson(problem, person, share, random)
    : aroundBreak(problem, slotOf, busy[person]!, share, random);
}

const byChance = 0.15;

function aroundPerson(problem: Brokerage, person: number, share: number, random: Random): Uint8Array {
  const people = [person];
  const chosen = new Set(people);
  const wanted = Math.min(problem.people, Math.max(3, Math.round(share * problem.people)));
  while (people.length < wanted) {
    const meetings = problem.meetingsOf[people[random.below(people.length)]!]!;
    const others =
      meetings.length === 0 || random.next() < byChance ? null : problem.peopleOf[meetings[random.below(meetings.length)]!]!;
    const next = others === null ? random.below(problem.people) : others[random.below(others.length)]!;
    if (chosen.has(next)) continue;
    chosen.add(next);
    people.push(next);
  }
  return Uint8Array.from(problem.peopleOf, (members) => (members.some((p) => chosen.has(p)) ? 1 : 0));
}

/** As many slots as move about as many meetings as the people would. */
function aroundBreak(problem: Brokerage, slotOf: Int32Array, calendar: number, share: number, random: Random): Uint8Array {
  const wanted = Math.max(2, Math.round((1 - (1 - share) ** 2) * problem.slots));
  const first = calendar === 0 ? 0 : 31 - Math.clz32(calendar & -calendar);
  const last = calendar === 0 ? problem.slots - 1 : 31 - Math.clz32(calendar);
  const within = first + random.below(last - first + 1);
  const from = Math.max(0, Math.min(problem.slots - wanted, within - random.below(wanted)));
  return Uint8Array.from(slotOf, (slot) => (slot >= from && slot < from + wanted ? 1 : 0));
}
