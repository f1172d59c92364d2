import { randomUUID } from "node:crypto";
import type { Envelope } from "@rialto/contracts/kernel/event";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createProjection } from "../src/projection.ts";
import { testDatabase } from "./database.ts";
import { oneTo } from "./recording-bus.ts";

interface Row {
  readonly sum: number;
  readonly seen: readonly string[];
}

const connection = await testDatabase();
const rows = createProjection<Row>(connection, { name: "rows", indexes: [{ name: "sum", fields: { "row.sum": 1 } }] });
await rows.ready();

const event = (subject: string, seq: number, type = "add"): Envelope => ({
  id: `${subject}-${seq}`,
  type,
  source: "/rialto/test",
  subject,
  time: "2026-09-01T10:00:00.000Z",
  seq,
  correlationId: "c",
  data: {},
});

const add = (row: Row | undefined, { subject, seq }: Envelope): Row => ({
  sum: (row?.sum ?? 0) + seq,
  seen: [...(row?.seen ?? []), `${subject}-${seq}`],
});

test("an event makes a row, the next one changes it", async () => {
  const id = randomUUID();
  expect(await rows.get(id)).toBeUndefined();
  expect(await rows.apply(id, event("a", 1), add)).toBe("applied");
  await rows.apply(id, event("a", 2), add);
  expect(await rows.get(id)).toEqual({ sum: 3, seen: ["a-1", "a-2"] });
});

test("a repeated event and one that comes after a later one change nothing", async () => {
  const id = randomUUID();
  await rows.apply(id, event("a", 2), add);
  expect(await rows.apply(id, event("a", 2), add)).toBe("repeated");
  expect(await rows.apply(id, event("a", 1), add)).toBe("repeated");
  expect(await rows.get(id)).toEqual({ sum: 2, seen: ["a-2"] });
});

test("aggregates that feed one row do not hide each other, although they count alike", async () => {
  const id = randomUUID();
  await rows.apply(id, event("a", 1), add);
  await rows.apply(id, event("b", 1), add);
  await rows.apply(id, { ...event("a", 1), source: "/rialto/other" }, add);
  expect((await rows.get(id))?.seen).toEqual(["a-1", "b-1", "a-1"]);
});

test("a removed row is not brought back by a repeated event, and may come back by a new one", async () => {
  const id = randomUUID();
  await rows.apply(id, event("a", 1), add);
  await rows.apply(id, event("a", 2), () => undefined);
  expect(await rows.get(id)).toBeUndefined();
  expect(await rows.apply(id, event("a", 1), add)).toBe("repeated");
  expect(await rows.get(id)).toBeUndefined();
  await rows.apply(id, event("a", 3), add);
  expect(await rows.get(id)).toEqual({ sum: 3, seen: ["a-3"] });
});

test("the removal of a row that never was is remembered too", async () => {
  const id = randomUUID();
  await rows.apply(id, event("a", 2), () => undefined);
  expect(await rows.apply(id, event("a", 1), add)).toBe("repeated");
  expect(await rows.get(id)).toBeUndefined();
});

test("queries see present rows only", async () => {
  const projection = createProjection<Row>(connection, { name: "queried" });
  for (const n of oneTo(5)) await projection.apply(`r${n}`, event("a", n), add);
  await projection.apply("r4", event("a", 9), () => undefined);
  const found = await projection.find({ "row.sum": { $gte: 2 } }, { sort: { "row.sum": -1 }, limit: 2 });
  expect(found.map(({ id }) => id)).toEqual(["r5", "r3"]);
  expect(await projection.count()).toBe(4);
  expect(await projection.find({ _id: { $in: ["r4", "r1"] } })).toEqual([{ id: "r1", row: { sum: 1, seen: ["a-1"] } }]);
});

test("events of 20 aggregates at once, each delivered twice: each is applied once, in the order of its aggregate", async () => {
  const id = randomUUID();
  const deliveries = oneTo(20)
    .flatMap((n) => [n, n])
    .map((n) => async () => {
      for (const seq of oneTo(3)) await rows.apply(id, event(`s${n}`, seq), add);
    });
  await Promise.all(deliveries.map((deliver) => deliver()));
  const seen = (await rows.get(id))?.seen ?? [];
  expect(new Set(seen).size).toBe(60);
  expect(seen).toHaveLength(60);
  for (const n of oneTo(20)) expect(seen.filter((one) => one.startsWith(`s${n}-`))).toEqual([`s${n}-1`, `s${n}-2`, `s${n}-3`]);
});

test("whatever is repeated, the row is that of the log without repeats", async () => {
  const log = fc.array(fc.record({ subject: fc.constantFrom("a", "b", "c"), again: fc.nat(3) }), { maxLength: 15 });
  await fc.assert(
    fc.asyncProperty(log, async (steps) => {
      const id = randomUUID();
      const last = new Map<string, number>();
      const expected: string[] = [];
      for (const { subject, again } of steps) {
        const seq = (last.get(subject) ?? 0) + 1;
        last.set(subject, seq);
        expected.push(`${subject}-${seq}`);
        for (const back of [0, ...oneTo(again)]) if (seq - back > 0) await rows.apply(id, event(subject, seq - back), add);
      }
      expect((await rows.get(id))?.seen ?? []).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});
