import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPacer } from "./pacer.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("given many changes in a row, when paced, then the first is followed at once and the last is not lost", async () => {
  let runs = 0;
  const changed = createPacer(async () => void runs++, 1_000);
  for (let i = 0; i < 20; i++) changed();
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(1_001);
  expect(runs).toBe(2);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(runs).toBe(2);
});

test("given work that fails, when something changes later, then it is tried again", async () => {
  let runs = 0;
  const changed = createPacer(async () => {
    runs++;
    throw new Error("offline");
  }, 100);
  changed();
  await vi.advanceTimersByTimeAsync(500);
  const before = runs;
  changed();
  expect(runs).toBe(before + 1);
});
