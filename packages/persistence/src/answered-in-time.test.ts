import { isTransient } from "@rialto/messaging/transient-errors";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answeredInTime } from "./answered-in-time.ts";
import { DatabaseSilent } from "./errors.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("work that never ends is given up at the limit, as something that trying again can help", async () => {
  const outcome = answeredInTime(new Promise(() => undefined), 5_000).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  const error = await outcome;
  expect(error).toBeInstanceOf(DatabaseSilent);
  expect(isTransient(error)).toBe(true);
});

test("an answer and a refusal in time are passed on, and no timer stays", async () => {
  const refusal = new Error("refused");
  expect(await answeredInTime(Promise.resolve("found"))).toBe("found");
  await expect(answeredInTime(Promise.reject(refusal))).rejects.toBe(refusal);
  expect(vi.getTimerCount()).toBe(0);
});

test("a refusal that comes after the limit disturbs nobody", async () => {
  const late = Promise.withResolvers<never>();
  const outcome = answeredInTime(late.promise, 10).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(10);
  late.reject(new Error("too late"));
  expect(await outcome).toBeInstanceOf(DatabaseSilent);
});
