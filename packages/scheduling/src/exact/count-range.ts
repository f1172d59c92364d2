import { type Brokerage, popCount } from "./brokerage.ts";

/** How many of a person's meetings are held by the end of each slot: at least, at most. */
export interface CountRange {
  least: number[];
  most: number[];
}

/** A meeting that must lie before a slot's end counts as certain, one that can as possible; idle slots left at the end bound it as well. */
export function countRange(problem: Brokerage, meetings: readonly number[]): CountRange {
  const upTo = (s: number) => 2 ** (s + 1) - 1;
  const slots = Array.from({ length: problem.slots }, (_, s) => s);
  const open = meetings.reduce((mask, m) => mask | problem.allowed[m]!, 0);
  const least = slots.map((s) =>
    Math.max(meetings.filter((m) => (problem.allowed[m]! & ~upTo(s)) === 0).length, meetings.length - popCount(open & ~upTo(s))),
  );
  const most = slots.map((s) =>
    Math.min(meetings.filter((m) => (problem.allowed[m]! & upTo(s)) !== 0).length, popCount(open & upTo(s))),
  );
  return { least, most };
}
