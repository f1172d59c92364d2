import { expect, test } from "vitest";
import { eventually } from "./eventually.ts";

const soon = { timeoutMs: 60, everyMs: 5 };

test("resolves with the fact as soon as it is there", async () => {
  let looks = 0;
  expect(await eventually("three looks", () => ++looks === 3 && "here", soon)).toBe("here");
  expect(looks).toBe(3);
});

test("a look that throws counts as not yet", async () => {
  let looks = 0;
  const look = () => {
    if (++looks < 3) throw new Error("not yet");
    return looks;
  };
  expect(await eventually("no more errors", look, soon)).toBe(3);
});

test("says what was expected and what was seen last", async () => {
  await expect(eventually("a booth is held", () => 0, soon)).rejects.toThrow(/not within 60 ms: a booth is held .*saw 0/);
});

test("says why the last look failed", async () => {
  const refused = eventually("an answer", () => Promise.reject(new TypeError("no server")), soon);
  await expect(refused).rejects.toThrow("TypeError: no server");
});

test("a look that hangs does not outlast the deadline", async () => {
  await expect(eventually("an answer", () => new Promise(() => {}), soon)).rejects.toThrow("did not answer");
});
