import { defineOperation } from "@rialto/contracts/kernel/operation";
import { anyone } from "@rialto/contracts/kernel/policy";
import { expect, test } from "vitest";
import { z } from "zod";
import { presentResult } from "./present-result.ts";

const operation = defineOperation({
  id: "listThings",
  context: "toys",
  method: "get",
  path: "/things",
  summary: "Things",
  policy: anyone,
  result: z.object({ items: z.array(z.strictObject({ id: z.string(), deep: z.strictObject({ n: z.int() }).optional() })) }),
  example: { result: { items: [] } },
});

test("what is not declared never leaves: stripped where the shape is open", () => {
  expect(presentResult(operation, { items: [], secret: 1 }, { strict: true })).toEqual({ items: [] });
});

test("UndeclaredResult: a field too many in a closed shape is a failure outside production, and left out in production", () => {
  const result = {
    items: [
      { id: "a", phone: "1" },
      { id: "b", deep: { n: 1, mail: "x" } },
    ],
  };
  expect(() => presentResult(operation, result, { strict: true })).toThrow("listThings: items.0 (unrecognized_keys)");
  expect(presentResult(operation, result, { strict: false })).toEqual({ items: [{ id: "a" }, { id: "b", deep: { n: 1 } }] });
});

test("UndeclaredResult: a wrong type is a failure everywhere, and its message holds no value", () => {
  const result = { items: [{ id: 4711 }] };
  for (const strict of [true, false]) {
    expect(() => presentResult(operation, result, { strict })).toThrow("listThings: items.0.id (invalid_type)");
  }
});
