import { expect, test } from "vitest";
import { coalesced } from "./coalesced.ts";

/** A look whose answers are given by hand. */
function byHand() {
  const looks: { key: string; answer: (value: number) => void; fail: (error: Error) => void }[] = [];
  const look = coalesced((key) => new Promise<number>((answer, fail) => looks.push({ key, answer, fail })));
  return { look, looks };
}

test("questions during a look share the next one, which begins after they were asked", async () => {
  const { look, looks } = byHand();
  const first = look("a");
  const others = [look("a"), look("a"), look("a")];
  expect(looks).toHaveLength(1);
  looks[0]?.answer(1);
  expect(await first).toBe(1);
  await expect.poll(() => looks.length).toBe(2);
  looks[1]?.answer(2);
  expect(await Promise.all(others)).toEqual([2, 2, 2]);
});

test("keys do not wait for each other, and a failed look fails those who asked for it and no others", async () => {
  const { look, looks } = byHand();
  const [a, b, again] = [look("a"), look("b"), look("a")];
  expect(looks.map(({ key }) => key)).toEqual(["a", "b"]);
  looks[0]?.fail(new Error("gone"));
  await expect(a).rejects.toThrow("gone");
  looks[1]?.answer(7);
  expect(await b).toBe(7);
  await expect.poll(() => looks.length).toBe(3);
  looks[2]?.answer(8);
  expect(await again).toBe(8);
  const fresh = look("a");
  await expect.poll(() => looks.length).toBe(4);
  looks[3]?.answer(9);
  expect(await fresh).toBe(9);
});
