import fc from "fast-check";
import { expect, test } from "vitest";
import { clearWatches, createWatches, type Watches, watch } from "./watches.ts";

const literals = 5;
const entry = fc.record({ literal: fc.nat(literals - 1), clause: fc.nat(99), blocker: fc.nat(99) });
const entries = fc.array(entry, { maxLength: 200, size: "max" });

function listOf({ pool, start, count }: Watches, literal: number): number[] {
  return Array.from(pool.subarray(start[literal], start[literal]! + count[literal]!));
}

test("a list holds what was put in, in its order, however lists move about, and also after all were emptied", () => {
  fc.assert(
    fc.property(entries, entries, (before, after) => {
      const watches = createWatches(literals);
      for (const added of [before, after]) {
        clearWatches(watches);
        for (const { literal, clause, blocker } of added) watch(watches, literal, clause, blocker);
        for (let literal = 0; literal < literals; literal++)
          expect(listOf(watches, literal)).toEqual(
            added.filter((one) => one.literal === literal).flatMap(({ clause, blocker }) => [clause, blocker]),
          );
      }
    }),
  );
});
