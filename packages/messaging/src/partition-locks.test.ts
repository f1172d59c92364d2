import { expect, test } from "vitest";
import { createPartitionLocks } from "./partition-locks.ts";

test("tasks of a partition wait for each other, failed ones included; other partitions do not", async () => {
  const locks = createPartitionLocks();
  const order: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = locks.run("t", 0, async () => {
    await gate.promise;
    order.push("first");
    throw new Error("failed");
  });
  const second = locks.run("t", 0, async () => order.push("second"));
  await locks.run("t", 1, async () => order.push("elsewhere"));
  gate.resolve();
  await expect(first).rejects.toThrow("failed");
  await second;
  await locks.run("t", 0, async () => order.push("third"));
  expect(order).toEqual(["elsewhere", "first", "second", "third"]);
});
