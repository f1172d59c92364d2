import { expect, test } from "vitest";
import { formatters } from "./use-format.ts";

const { when } = formatters("en-GB", "Asia/Shanghai");
/** Sunday, ten at night in Shanghai; still Sunday afternoon in Europe. */
const now = Date.parse("2026-09-06T14:00:00Z");

test.each([
  ["2026-09-06T15:30:00Z", "23:30"],
  ["2026-09-06T16:30:00Z", "Mon 00:30"],
  ["2026-09-05T02:00:00Z", "Sat 10:00"],
  ["2026-09-20T02:00:00Z", "Sun 20 Sept 10:00"],
])("given %s, when it is not today at the fair, then its day is named: %s", (instant, text) => {
  expect(when(instant, now)).toBe(text);
});
