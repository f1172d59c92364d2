import { expect, test } from "vitest";
import { createSignal } from "./signal.ts";

test("given a listener, when the value changes, then it is told once per change and not after it left", () => {
  const signal = createSignal(1);
  let told = 0;
  const leave = signal.subscribe(() => told++);
  signal.set(2);
  signal.set(2);
  expect([signal.get(), told]).toEqual([2, 1]);
  leave();
  signal.set(3);
  expect(told).toBe(1);
});
