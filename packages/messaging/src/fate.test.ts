import { Refusal } from "@rialto/contracts/kernel/refusal";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { backoffMs } from "./backoff.ts";
import { UnreadableMessage } from "./cloud-events.ts";
import { AlreadyHandled, fateOf } from "./fate.ts";

const named = (name: string, more: object = {}) => Object.assign(new Error(name), { name, ...more });
const zodError = z.string().safeParse(1).error;
const refusal = new Refusal("BOOTH_TAKEN", { status: 409, title: { en: "Taken", zh: "已被占用" } });

describe("fateOf", () => {
  test("duplicate: the handler says that it has done this before", () => {
    expect(fateOf(new AlreadyHandled(), 1)).toEqual({ fate: "duplicate" });
  });

  test.each([
    ["a refusal", refusal, "BOOTH_TAKEN"],
    ["an unreadable message", new UnreadableMessage("?"), "UNREADABLE"],
    ["a ZodError", zodError, "ZodError"],
  ])("poison at once: %s", (_what, error, reason) => {
    expect(fateOf(error, 1)).toEqual({ fate: "poison", reason });
  });

  test.each([TypeError, RangeError, ReferenceError, SyntaxError])("poison after three attempts: %o", (Mistake) => {
    const fates = [1, 2, 3].map((attempt) => fateOf(new Mistake("mistake"), attempt).fate);
    expect(fates).toEqual(["transient", "transient", "poison"]);
  });

  test.each([[new Error("?")], ["a string"], [undefined], [{ message: "no error" }]])(
    "poison after seven attempts: %o",
    (error) => {
      expect([1, 6, 7].map((attempt) => fateOf(error, attempt).fate)).toEqual(["transient", "transient", "poison"]);
    },
  );

  test.each([
    ["an error that says so", named("StaleWrite", { transient: true })],
    ["a refused connection", named("Error", { code: "ECONNREFUSED" })],
    ["fetch, whose TypeError hides the cause", new TypeError("fetch failed", { cause: named("Error", { code: "ECONNRESET" }) })],
    ["a time-out of AbortSignal", new DOMException("too late", "TimeoutError")],
    ["a MongoDB that is away", named("MongoServerSelectionError")],
    ["a MongoDB that has no primary", named("MongoServerError", { code: 10107 })],
    ["a MongoDB transaction to be tried again", named("MongoServerError", { errorLabels: ["TransientTransactionError"] })],
    ["mongoose without a server", named("MongooseServerSelectionError")],
    ["a Kafka that is away", named("KafkaJSConnectionError", { retriable: true })],
    ["kafkajs after its own retries", named("KafkaJSNumberOfRetriesExceeded", { retriable: false })],
  ])("transient, for ever: %s", (_what, error) => {
    for (const attempt of [1, 10, 1_000_000]) expect(fateOf(error, attempt)).toMatchObject({ fate: "transient" });
  });

  test.each([
    ["a duplicate key", named("MongoServerError", { code: 11000 })],
    ["a document that fails validation", named("MongoServerError", { code: 121 })],
    ["a Kafka that refuses for good", named("KafkaJSNonRetriableError", { retriable: false })],
    ["the number of a Mongo code on another error", named("ProblemError", { code: 91 })],
  ])("not transient: %s", (_what, error) => {
    expect(fateOf(error, 1_000).fate).toBe("poison");
  });

  test("a circle of causes ends", () => {
    const error: Error = new Error("a");
    error.cause = error;
    expect(fateOf(error, 100).fate).toBe("poison");
  });
});

describe("backoffMs", () => {
  test("doubles from 50 ms to 5 s", () => {
    expect([1, 2, 3, 7, 8, 9, 1_000].map((attempt) => backoffMs(attempt, () => 1))).toEqual([
      50, 100, 200, 3_200, 5_000, 5_000, 5_000,
    ]);
  });

  test("is random in its second half, so that many do not come back at once", () => {
    expect([0, 0.5, 1].map((random) => backoffMs(5, () => random))).toEqual([400, 600, 800]);
    expect(new Set(Array.from({ length: 50 }, () => backoffMs(9))).size).toBeGreaterThan(25);
  });
});
