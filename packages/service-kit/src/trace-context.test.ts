import { expect, test } from "vitest";
import { acceptTraceparent } from "./trace-context.ts";

test("a well-formed traceparent is carried on", () => {
  const header = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  expect(acceptTraceparent(header)).toBe(header);
});

test.each([
  undefined,
  "",
  "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
  "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
  "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
  "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
  "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
])("%s begins a new trace", (header) => {
  const accepted = acceptTraceparent(header);
  expect(accepted).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  expect(accepted).not.toBe(header);
});
