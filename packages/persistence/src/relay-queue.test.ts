import type { Envelope } from "@rialto/contracts/kernel/event";
import { expect, test } from "vitest";
import type { Outbox } from "./outbox.types.ts";
import { createRelayQueue, type Job } from "./relay-queue.ts";

const outbox: Outbox = { name: "booths", pendingOf: async () => [], forget: async () => {}, waiting: async () => [] };
const job = (id: string, rest: Partial<Job> = {}): Job => ({ outbox, id, ...rest });
const known: Envelope[] = [];
const ids = (jobs: readonly Job[]) => jobs.map(({ id }) => id);

test("each document waits once, and what one writer knew is not all when two announced", () => {
  const queue = createRelayQueue(10);
  queue.add(job("a", { known }));
  queue.add(job("b", { known }));
  queue.add(job("a", { known }));
  expect(queue.take(10)).toEqual([job("a"), job("b", { known })]);
});

test("a document in flight is not taken again before it has landed, and then looked at afresh", () => {
  const queue = createRelayQueue(10);
  queue.add(job("a"));
  const flying = queue.take(10);
  queue.add(job("a", { known }));
  queue.add(job("b"));
  expect(ids(queue.take(10))).toEqual(["b"]);
  queue.landed(flying);
  expect(queue.take(10)).toEqual([job("a")]);
});

test("a suspect is taken alone and keeps its smallest portion", () => {
  const queue = createRelayQueue(10);
  for (const one of [job("a"), job("s", { atMost: 4 }), job("b")]) queue.add(one);
  queue.add(job("s", { atMost: 1 }));
  queue.add(job("s"));
  expect(ids(queue.take(10))).toEqual(["a", "b"]);
  expect(queue.take(10)).toEqual([job("s", { atMost: 1 })]);
  expect(queue.take(10)).toEqual([]);
});

test("a full queue turns new documents away and still takes news of those it has", () => {
  const queue = createRelayQueue(2);
  expect(["a", "b", "c", "a"].map((id) => queue.add(job(id)))).toEqual([true, true, false, true]);
  expect(queue.waiting()).toBe(2);
});
