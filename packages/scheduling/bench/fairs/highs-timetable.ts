import { type FairTables, wishesOf } from "./fair-tables.ts";
import { lpText } from "./lp-text.ts";
import { openSolver } from "./open-solver.ts";

interface Choice {
  name: string;
  wish: number;
  slot: number;
  /** The table's number; -1 at the booth. */
  table: number;
  hall: string;
}

/**
 * The same fair as a 0-1 program for HiGHS: a variable for each wish, slot and place. Representatives are counted, not named, and do not walk, so it has
 * slightly more freedom than the package. Returns the weight found within the seconds; 0 if none.
 */
export async function highsTimetable(tables: FairTables, seconds: number): Promise<{ weight: number; status: string }> {
  const choices = choicesOf(tables);
  const { slots, wishes, freeIn } = tables;
  const limits: { terms: string[]; most: number }[] = [];
  const limit = (list: Choice[], most: number) => limits.push({ terms: list.map(({ name }) => name), most });
  const byWish = Map.groupBy(choices, ({ wish }) => wish);
  for (const list of byWish.values()) limit(list, 1);
  for (const [party, own] of wishesOf(tables)) {
    const list = own.flatMap((w) => byWish.get(w) ?? []);
    const seats = tables.booths.get(party)?.seats ?? Number.POSITIVE_INFINITY;
    const bySlot = Map.groupBy(list, ({ slot }) => slot);
    for (let s = 0; s < slots; s++) limit(bySlot.get(s) ?? [], Math.min(freeIn.get(party)![s]!, seats));
    if (wishes[own[0]!]!.buyer !== party) continue;
    for (const hall of new Set(list.map((c) => c.hall)))
      for (const [s, next] of tables.near)
        limit(
          [...(bySlot.get(s) ?? []).filter((c) => c.hall === hall), ...(bySlot.get(next) ?? []).filter((c) => c.hall !== hall)],
          1,
        );
  }
  tables.tables.forEach(({ seats }, t) => {
    const bySlot = Map.groupBy(
      choices.filter(({ table }) => table === t),
      ({ slot }) => slot,
    );
    for (const list of bySlot.values()) limit(list, seats);
  });
  const objective = choices.map(({ name, wish }): [number, string] => [wishes[wish]!.weight, name]);
  const found = await openSolver(lpText({ objective, limits, binary: true }), seconds);
  return { weight: Number.isFinite(found.objective) ? found.objective : 0, status: found.status };
}

function choicesOf({ wishes, booths, tables, freeIn, slots }: FairTables): Choice[] {
  return wishes.flatMap(({ exhibitor, buyer }, wish) => {
    const booth = booths.get(exhibitor);
    const places = booth ? [{ table: -1, hall: booth.hall }] : tables.map(({ hall }, table) => ({ table, hall }));
    const open = Array.from({ length: slots }, (_, s) => s).filter(
      (s) => freeIn.get(exhibitor)![s]! > 0 && freeIn.get(buyer)![s]! > 0,
    );
    return open.flatMap((slot) => places.map((place) => ({ name: `x${wish}_${slot}_${place.table + 1}`, wish, slot, ...place })));
  });
}
