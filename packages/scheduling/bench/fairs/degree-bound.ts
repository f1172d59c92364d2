import { type FairTables, wishesOf } from "./fair-tables.ts";
import { lpText } from "./lp-text.ts";
import { openSolver } from "./open-solver.ts";

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/**
 * No timetable weighs more: each party holds at most as many meetings as its people have free slots, a booth and the tables as many as they have seats.
 * The linear program is solved by HiGHS, so the bound owes nothing to the package.
 */
export async function degreeBound(tables: FairTables): Promise<number> {
  const { wishes, freeIn, booths, slots } = tables;
  const name = (w: number) => `x${w}`;
  const limits = [...wishesOf(tables)].map(([party, own]) => {
    const seats = booths.get(party)?.seats ?? Number.POSITIVE_INFINITY;
    return { terms: own.map(name), most: sum(freeIn.get(party)!.map((free) => Math.min(free, seats))) };
  });
  const atTables = wishes.flatMap(({ exhibitor }, w) => (booths.has(exhibitor) ? [] : [name(w)]));
  limits.push({ terms: atTables, most: slots * sum(tables.tables.map(({ seats }) => seats)) });
  const objective = wishes.map(({ weight }, w): [number, string] => [weight, name(w)]);
  const { status, objective: bound } = await openSolver(lpText({ objective, limits, binary: false }));
  if (status !== "Optimal") throw new Error(`the bound's linear program ended ${status}`);
  return bound;
}
