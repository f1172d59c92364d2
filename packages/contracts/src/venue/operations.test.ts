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

test.each(["9999-12-31", "0000-01-01", "1999-12-31", "2200-01-01"])(
  "a fair on %s is refused: its slots could not be written down",
  (date) => {
    const { body } = venueOperations.planFair.example;
    const periods = [{ date, opens: "21:00", closes: "02:00" }];
    expect(venueOperations.planFair.body.safeParse({ ...body, openingPeriods: periods }).success).toBe(false);
  },
);
