import { expect, test } from "vitest";
import { amountOf } from "./amount.ts";

test.each([
  [120_000_000, "USD", "USD\u00a01,200,000"],
  [120_000_050, "USD", "USD\u00a01,200,000.50"],
  [5_000_000, "JPY", "JPY\u00a05,000,000"],
])("given %d minor units of %s, when the screen shows them, then they read %s", (minorUnits, currency, text) => {
  expect(amountOf({ minorUnits, currency })).toBe(text);
});
