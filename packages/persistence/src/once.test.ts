import { expect, test } from "vitest";
import { once } from "./once.ts";

test("the work is done once, however many ask", async () => {
  let calls = 0;
  const ask = once(async () => ++calls);
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  expect(await ask()).toBe(1);
});

test("a failure is told to those who asked, and the next one tries again", async () => {
  let calls = 0;
  const ask = once(async () => {
    if (++calls === 1) throw new Error("not yet");
    return calls;
  });
  await expect(ask()).rejects.toThrow("not yet");
  expect(await ask()).toBe(2);
});
