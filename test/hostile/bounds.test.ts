import type { Operation } from "@rialto/contracts/kernel/operation";
import { operations } from "@rialto/contracts/operation-catalog";
import { expect, test } from "vitest";
import { complete, type Path, placesOf, type SchemaNode, schemaOf } from "./support/input-schema.ts";

/** A pattern that ends by itself: nothing in it repeats without a limit. */
const endless = /[*+]|\{\d+,\}/;

/** Formats that zod itself bounds. */
const boundedFormats = new Set(["uuid", "date-time", "date"]);

function unbounded(node: SchemaNode, part: string): string[] {
  const { type, maxLength, pattern, format } = node;
  const closed = node.enum !== undefined || node.const !== undefined || boundedFormats.has(format ?? "");
  const ended = maxLength !== undefined || (pattern !== undefined && !endless.test(pattern));
  const low = node.minimum ?? node.exclusiveMinimum;
  const high = node.maximum ?? node.exclusiveMaximum;
  return [
    ...(type === "string" && !closed && !ended ? ["a text of any length"] : []),
    ...(type === "array" && node.maxItems === undefined ? ["a list of any length"] : []),
    ...((type === "number" || type === "integer") && (low === undefined || high === undefined) ? ["a number of any size"] : []),
    // Parameters are no object that somebody sends: the path names them.
    ...(type === "object" && part !== "params" && node.additionalProperties !== false ? ["an object with any fields"] : []),
    ...(type === undefined && !closed && node.anyOf === undefined ? ["anything"] : []),
  ];
}

const named = ({ id }: Operation, part: string, path: Path) => `${id} ${[part, ...path].join(".")}`;

function unboundedIn(operation: Operation, part: "params" | "query" | "body"): string[] {
  const schema = schemaOf(operation[part]);
  if (schema === undefined) return [];
  const places = placesOf(schema, complete(schema, operation.example[part]));
  return places.flatMap(({ node, path }) => unbounded(node, part).map((what) => `${named(operation, part, path)}: ${what}`));
}

test("every input of every operation is bounded: texts, lists, numbers and fields", () => {
  const all = operations.flatMap((operation) =>
    (["params", "query", "body"] as const).flatMap((part) => unboundedIn(operation, part)),
  );
  expect(all).toEqual([]);
});

test("what these tests take for a complete body is one, so that hostile ones are refused for what is hostile in them", () => {
  const broken = operations.filter(({ body, example }) => {
    const schema = schemaOf(body);
    return schema !== undefined && !body.safeParse(complete(schema, example.body)).success;
  });
  expect(broken.map(({ id }) => id)).toEqual([]);
});
