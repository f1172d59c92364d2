import { defineEvent, definePrivateEvent, defineTopic } from "@rialto/contracts/kernel/event";
import { expect, test } from "vitest";
import { z } from "zod";
import { sealEvents } from "./envelope.ts";
import { UnfitEvent } from "./errors.ts";

const lit = defineEvent({
  type: "test.lamp-lit",
  version: 1,
  topic: defineTopic("test.lamps"),
  key: "lampId",
  description: "A lamp was lit.",
  data: z.object({ lampId: z.string() }),
  example: { lampId: "l1" },
});
const noted = definePrivateEvent({ type: "test.lamp-noted", version: 1, data: z.object({}) });
const definitions = new Map([lit, noted].map((definition) => [definition.type as string, definition]));
const seal = (drafts: Parameters<typeof sealEvents>[1], lastSeq = 0, cause = {}) =>
  sealEvents(definitions, drafts, lastSeq, {
    source: "/rialto/test",
    subject: "l1",
    time: "t",
    cause: { correlationId: "c", ...cause },
  });

test("public events are numbered on from the last one, private ones take no number", () => {
  const sealed = seal([noted.draft({}), lit.draft({ lampId: "l1" }), noted.draft({}), lit.draft({ lampId: "l1" })], 7);
  expect(sealed.map(({ seq, type }) => [seq, type])).toEqual([
    [8, lit.type],
    [9, lit.type],
  ]);
  expect(new Set(sealed.map(({ id }) => id)).size).toBe(2);
});

test("the cause goes into each event; what it does not have is absent, and the Idempotency-Key stays inside", () => {
  const [plain] = seal([lit.draft({ lampId: "l1" })]);
  expect(Object.keys(plain ?? {}).sort()).toEqual(["correlationId", "data", "id", "seq", "source", "subject", "time", "type"]);
  const rich = { causationId: "x", actorId: "y", traceparent: "z" };
  const [caused] = seal([lit.draft({ lampId: "l1" })], 0, { ...rich, idempotency: { key: "k", fingerprint: "f" } });
  expect(caused).toMatchObject(rich);
  expect(caused).not.toHaveProperty("idempotency");
});

test("an event that is not declared, or about another aggregate, is refused", () => {
  expect(() => seal([{ type: "test.unknown.v1", data: {} }])).toThrow(UnfitEvent);
  expect(() => seal([lit.draft({ lampId: "l2" })])).toThrow(UnfitEvent);
});
