import { expect, test } from "vitest";
import { createTurns } from "./in-turn.ts";

const later = () => new Promise((resolve) => setImmediate(resolve));

test("work on one id runs one after the other, in order, although some of it fails; other ids do not wait", async () => {
  const inTurn = createTurns();
  const events: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      events.push(`${name} begins`);
      await later();
      events.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const outcomes = await Promise.allSettled([
    inTurn("a", work("a1")),
    inTurn("a", work("a2", true)),
    inTurn("a", work("a3")),
    inTurn("b", work("b1")),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
  expect(events.filter((event) => event.startsWith("a"))).toEqual(
    ["a1", "a2", "a3"].flatMap((name) => [`${name} begins`, `${name} ends`]),
  );
  expect(events.indexOf("b1 begins")).toBeLessThan(events.indexOf("a1 ends"));
});

test("the turn of an id that is idle again starts anew", async () => {
  const inTurn = createTurns();
  expect(await inTurn("a", async () => 1)).toBe(1);
  expect(await inTurn("a", async () => 2)).toBe(2);
});
