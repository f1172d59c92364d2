import { expect, test } from "vitest";
import type { Operation } from "../kernel/operation.ts";
import { venueOperations } from "./operations.ts";

test.each(Object.values(venueOperations as Readonly<Record<string, Operation>>))("$id has a true example", (operation) => {
  const { params = {}, query = {}, body, result } = operation.example;
  operation.params.parse(params);
  operation.query.parse(query);
  operation.body.parse(body);
  expect(operation.result.parse(result)).toEqual(result);
});
