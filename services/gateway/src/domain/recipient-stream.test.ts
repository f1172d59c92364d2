import { notificationRaised } from "@rialto/contracts/gateway/events";
import type { Notification } from "@rialto/contracts/gateway/notifications";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beginningOf, cursorAt, epochOf } from "./cursor.ts";
import { firstOccurrence } from "./first-occurrence.ts";
import { recipientStream } from "./recipient-stream.ts";

const at = (offset: number): Notification => ({ ...notificationRaised.example, cursor: cursorAt(1, String(offset)) });

function connection(from: string) {
  const sent: string[] = [];
  let overflowed = false;
  const stream = recipientStream(
    {
      send: ({ cursor }) => sent.push(cursor),
      overflow: () => {
        overflowed = true;
      },
    },
    from,
  );
  return { stream, sent, overflowed: () => overflowed };
}

describe("a person's stream", () => {
  test("wherever the inbox read falls among live notifications: nothing lost, repeated or out of order", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 40 }),
        fc.nat(40),
        fc.nat(40),
        fc.nat(40),
        (offsets, seenBefore, joinedAt, inboxRead) => {
          const all = offsets.toSorted((a, b) => a - b).map(at);
          const seen = Math.min(seenBefore, all.length);
          const joined = Math.min(seen + joinedAt, all.length);
          const read = Math.min(joined + inboxRead, all.length);
          const { stream, sent } = connection(all[seen - 1]?.cursor ?? beginningOf(1));

          for (const live of all.slice(joined, read)) stream.offer(live);
          stream.caughtUp(all.slice(seen, read));
          for (const live of all.slice(read)) stream.offer(live);

          expect(sent).toEqual(all.slice(seen).map(({ cursor }) => cursor));
        },
      ),
    );
  });

  test("a connection that waits for too much starts over", () => {
    const { stream, overflowed, sent } = connection(beginningOf(1));
    for (let offset = 0; offset <= 1_000; offset++) stream.offer(at(offset));
    expect(overflowed()).toBe(true);
    expect(sent).toEqual([]);
  });
});

describe("cursors", () => {
  test("text order is log order, and the beginning lies before offset 0", () => {
    const offsets = ["0", "9", "10", "9007199254740993", "99999999999999999"];
    const cursors = [beginningOf(2), ...offsets.map((offset) => cursorAt(2, offset)), beginningOf(10)];
    expect(cursors.toSorted()).toEqual(cursors);
  });

  test("what is not ours has no epoch", () => {
    expect(epochOf(cursorAt(12, "5"))).toBe(12);
    expect(["", "k1.5", "k0001.5", "DROP", `${cursorAt(1, "5")}x`].map(epochOf)).toEqual(Array(5).fill(undefined));
  });
});

test("an id counts as new once, as long as it is within the window", () => {
  const isNew = firstOccurrence(2);
  expect(["a", "a", "b", "c", "b", "a"].map(isNew)).toEqual([true, false, true, true, false, true]);
});
