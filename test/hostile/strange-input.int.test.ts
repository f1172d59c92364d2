import type { Operation } from "@rialto/contracts/kernel/operation";
import { operations } from "@rialto/contracts/operation-catalog";
import { registryOperations } from "@rialto/contracts/registry/operations";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { complaintsAbout } from "./support/attempts.ts";
import { entitled } from "./support/callers.ts";
import { faultsOf } from "./support/expect-problem.ts";
import { inParallel, type OperationInput, requestOf, send } from "./support/send.ts";
import { type ServicesTogether, startServicesTogether } from "./support/services-together.ts";
import { spoiltBody, strangeInput } from "./support/strange-input.ts";
import { calm, tracesOf } from "./support/traces.ts";
import { validInput } from "./support/valid-input.ts";
import { buildWorld, type World } from "./support/world.ts";

/** The same on every machine; HOSTILE_SEED tries others. A failure prints it. */
const seed = Number(process.env.HOSTILE_SEED ?? 2_025);
/** HOSTILE_RUNS: how often each operation is called in each way. */
const runs = Number(process.env.HOSTILE_RUNS ?? 12);

let fair: ServicesTogether;
let here: World;
let elsewhere: World;

beforeAll(async () => {
  fair = await startServicesTogether();
  here = await buildWorld(fair);
  elsewhere = await buildWorld(fair);
});
afterAll(() => fair.dispose());
afterEach(() => {
  expect(fair.errors.splice(0)).toEqual([]);
});

async function faultsAfter(operation: Operation, input: OperationInput, token: string | undefined): Promise<string[]> {
  const reply = await send(fair.url, requestOf(operation, input, token));
  return reply.status < 400 ? [] : faultsOf(reply);
}

const changing = operations.filter(({ method }) => method !== "get");

describe("idempotency keys", () => {
  const publish = registryOperations.publishOffer;
  const offer = async (key: string, { token, organizationId } = here.exhibitor, title = "Denim") => {
    const body = { ...publish.example.body, title: { en: title } };
    const request = requestOf(publish, { params: { fairId: here.fairId, organizationId }, body }, token);
    return send(fair.url, { ...request, headers: { ...request.headers, "idempotency-key": key } });
  };

  test("that are none are refused by every operation that changes something, and nothing is written", async () => {
    const before = await calm(fair);
    const keys = [[""], [" "], ["a b"], ["x".repeat(201)], ["caf\u00e9"], ["one", "two"]];
    for (const operation of changing) {
      const request = requestOf(operation, validInput(operation, here), await entitled(fair, here, operation));
      const attempts = keys.map((key) => ({
        what: `${operation.id} ${key}`,
        request: { ...request, headers: { ...request.headers, "idempotency-key": key } },
        field: { part: "headers", name: "Idempotency-Key" },
        codes: ["INVALID_INPUT"],
      }));
      expect(await complaintsAbout(fair.url, attempts)).toEqual([]);
    }
    expect(await tracesOf(fair)).toEqual(before);
  });

  test("that are good let one request write, which the traces of all these tests show", async () => {
    const before = await calm(fair);
    expect((await offer("good")).status).toBe(201);
    const after = await calm(fair);
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed).toContain("registry.offers");
    expect(changed.some((name) => name.startsWith("registry.offers["))).toBe(true);
  });

  const strange = ["__proto__", "constructor", "$where", "a.b.$gt", '{"$gt":""}', "../../x", "%00", "/", "x".repeat(200)];

  test.each(strange)("of any visible characters work: %s", async (key) => {
    const [first, again] = [await offer(key), await offer(key)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.json).toEqual(first.json);
  });

  test("IDEMPOTENCY_KEY_REUSED: one key does not carry two requests, and is no way to another's result", async () => {
    const mine = await offer("shared");
    expect((await offer("shared", here.exhibitor, "Silk")).json).toMatchObject({ status: 422, code: "IDEMPOTENCY_KEY_REUSED" });
    const others = await offer("shared", here.buyer);
    expect(others.status).toBe(201);
    expect(others.json?.offerId).not.toBe(mine.json?.offerId);
  });

  test("sent ten times at once make one thing", async () => {
    const replies = await inParallel(Array(10).fill("at once"), (key) => offer(key), 10);
    expect(new Set(replies.map(({ status, json }) => `${status} ${json?.offerId}`)).size).toBe(1);
  });
});

/** What ends things: later calls would find nothing left to do. */
const endings = new Set(["rejectOrganization", "removeRepresentative", "abortCeremony", "voidAgreement", "rejectAgreement"]);
const endingsLast = operations.toSorted((one, other) => Number(endings.has(one.id)) - Number(endings.has(other.id)));

describe("strange input", () => {
  test("text of every script is kept as it was typed", async () => {
    const title = { en: "‮مرحبا שלום‬ 👩‍👩‍👧‍👦 𠮷 é", zh: "石狮优品 🇨🇳" };
    const { fairId, organizationId } = here.ids;
    const { publishOffer } = registryOperations;
    const body = { ...publishOffer.example.body, title };
    const reply = await send(
      fair.url,
      requestOf(publishOffer, { params: { fairId, organizationId }, body }, here.exhibitor.token),
    );
    expect(reply.json).toMatchObject({ content: { title } });
  });

  test.each(endingsLast.map((operation) => [operation.id, operation] as const))("%s never fails", async (_id, operation) => {
    const token = await entitled(fair, here, operation);
    const never = async (input: OperationInput) => {
      expect(await faultsAfter(operation, input, token)).toEqual([]);
    };
    const options = { numRuns: runs, seed, endOnFailure: true };
    await fc.assert(fc.asyncProperty(strangeInput(operation, { here, elsewhere }), never), options);
    const spoilt = spoiltBody(operation, here);
    if (spoilt !== undefined) await fc.assert(fc.asyncProperty(spoilt, never), options);
  });
});
