import { refuseInGeneral } from "@rialto/contracts/kernel/general-refusals";
import { newId } from "@rialto/contracts/kernel/ids";
import { defineOperation } from "@rialto/contracts/kernel/operation";
import { anyone, signedIn } from "@rialto/contracts/kernel/policy";
import { route } from "@rialto/service-kit/route";
import { buildPrincipal } from "@rialto/service-kit/testing/principals";
import { startTestApp, type TestApp } from "@rialto/service-kit/testing/test-app";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { UnexpectedAnswer } from "./parse-answer.ts";
import { ProblemError, UnreachableError } from "./problem-error.ts";
import { createRialtoClient } from "./rialto-client.ts";

const readThing = defineOperation({
  id: "readThing",
  context: "toys",
  method: "get",
  path: "/things/:name",
  summary: "Reads",
  policy: anyone,
  params: z.object({ name: z.string().max(50) }),
  query: z.object({ tag: z.array(z.string()).optional(), deep: z.coerce.boolean().optional() }),
  result: z.strictObject({ name: z.string(), tags: z.array(z.string()) }),
  example: { params: { name: "a" }, result: { name: "a", tags: [] } },
});

const makeThing = defineOperation({
  id: "makeThing",
  context: "toys",
  method: "post",
  path: "/things",
  summary: "Makes",
  policy: signedIn,
  body: z.strictObject({ name: z.string().max(5) }),
  result: z.object({ by: z.string(), key: z.string().optional() }),
  status: 201,
  example: { body: { name: "a" }, result: { by: "a" } },
});

const dropThings = defineOperation({
  id: "dropThings",
  context: "toys",
  method: "delete",
  path: "/things",
  summary: "Drops",
  policy: anyone,
  result: z.undefined(),
  status: 204,
  example: { result: undefined },
});

let app: TestApp;
let busy = 0;
let calls = 0;
beforeEach(() => {
  busy = 0;
  calls = 0;
});

beforeAll(async () => {
  const perhapsBusy = () => {
    calls++;
    if (busy-- > 0) throw refuseInGeneral("SERVICE_BUSY");
  };
  app = await startTestApp([
    route(readThing, ({ params, query }) => {
      perhapsBusy();
      return { name: params.name, tags: query.tag ?? [] };
    }),
    route(makeThing, ({ principal, cause }) => {
      perhapsBusy();
      return { by: principal.accountId, key: cause.idempotency?.key };
    }),
    route(dropThings, () => undefined),
  ]);
});
afterAll(() => app.stop());

const client = (options: Partial<Parameters<typeof createRialtoClient>[0]> = {}) =>
  createRialtoClient({ baseUrl: `${app.url}/`, ...options });

describe("a call", () => {
  test("fills in the address, the query and the body, and parses the answer", async () => {
    const name = "石狮/ a&b";
    const answer = await client().call(readThing, { params: { name }, query: { tag: ["x", "y z"] } });
    expect(answer).toEqual({ name, tags: ["x", "y z"] });
  });

  test("without an answer's body resolves to nothing", async () => {
    expect(await client().call(dropThings)).toBeUndefined();
  });

  test("carries token and idempotency key", async () => {
    const principal = buildPrincipal();
    const getAccessToken = () => app.tokens.sign(principal);
    const key = newId();
    const answer = await client({ getAccessToken }).call(makeThing, { body: { name: "a" }, idempotencyKey: key });
    expect(answer).toEqual({ by: principal.accountId, key });
  });

  test("throws ProblemError with code, sentence and fields in the language that was asked for", async () => {
    const getAccessToken = () => app.tokens.sign(buildPrincipal());
    const failing = client({ getAccessToken, language: () => "zh" }).call(makeThing, { body: { name: "too long" } });
    await expect(failing).rejects.toMatchObject({
      name: "ProblemError",
      code: "INVALID_INPUT",
      status: 422,
      title: "请检查标出的字段",
      errors: [{ in: "body", field: "name", code: "TOO_LONG", message: "不能超过 5 个字符" }],
    });
  });

  test("needs its parameters", async () => {
    await expect(client().call(readThing, { params: { name: "" } })).rejects.toThrow("readThing needs the parameter name");
  });

  test("can be given up by the caller", async () => {
    const signal = AbortSignal.abort(new Error("changed my mind"));
    await expect(client().call(readThing, { params: { name: "a" }, signal })).rejects.toThrow("changed my mind");
  });
});

describe("a token that did not hold", () => {
  const expired = () => app.tokens.sign(buildPrincipal(), { expiresInSeconds: -5 });

  test("is renewed once, and the call repeated", async () => {
    const principal = buildPrincipal();
    const stale = await expired();
    const renewals: unknown[] = [];
    const renewAccessToken = (refused: string | undefined) => {
      renewals.push(refused);
      return app.tokens.sign(principal);
    };
    const answer = await client({ getAccessToken: () => stale, renewAccessToken }).call(makeThing, { body: { name: "a" } });
    expect(answer.by).toBe(principal.accountId);
    expect(renewals).toEqual([stale]);
  });

  test("stands when there is no other", async () => {
    const lost = client({ getAccessToken: expired, renewAccessToken: async () => undefined });
    await expect(lost.call(makeThing, { body: { name: "a" } })).rejects.toMatchObject({ code: "SIGN_IN_NEEDED", status: 401 });
    const twice = client({ getAccessToken: expired, renewAccessToken: expired });
    await expect(twice.call(makeThing, { body: { name: "a" } })).rejects.toMatchObject({ code: "SIGN_IN_NEEDED" });
  });
});

describe("a lost call", () => {
  test("is repeated when it reads or has an idempotency key", async () => {
    busy = 1;
    await client().call(readThing, { params: { name: "a" } });
    expect(calls).toBe(2);
    busy = 1;
    const getAccessToken = () => app.tokens.sign(buildPrincipal());
    await client({ getAccessToken }).call(makeThing, { body: { name: "a" }, idempotencyKey: "k" });
    expect(calls).toBe(4);
  });

  test("is not repeated otherwise: it may have taken effect", async () => {
    busy = 1;
    const getAccessToken = () => app.tokens.sign(buildPrincipal());
    await expect(client({ getAccessToken }).call(makeThing, { body: { name: "a" } })).rejects.toBeInstanceOf(ProblemError);
    expect(calls).toBe(1);
  });

  test("ends as UnreachableError when nobody answers, or something that is not ours", async () => {
    const nobody = createRialtoClient({ baseUrl: "http://127.0.0.1:1", retries: 0 });
    await expect(nobody.call(dropThings)).rejects.toBeInstanceOf(UnreachableError);
    const portal = client({ retries: 0, fetch: async () => new Response("<html>Wi-Fi sign-in</html>", { status: 511 }) });
    await expect(portal.call(dropThings)).rejects.toBeInstanceOf(UnreachableError);
    const page = client({ retries: 0, fetch: async () => new Response("<html>Wi-Fi sign-in</html>", { status: 200 }) });
    await expect(page.call(dropThings)).rejects.toBeInstanceOf(UnreachableError);
  });
});

describe("an answer", () => {
  const answering = (body: unknown) => client({ fetch: async () => Response.json(body) });

  test("of a service one release ahead is taken without what we do not know", async () => {
    const answer = await answering({ name: "a", tags: [], colour: "red" }).call(readThing, { params: { name: "a" } });
    expect(answer).toEqual({ name: "a", tags: [] });
  });

  test("of the wrong shape is UnexpectedAnswer", async () => {
    await expect(answering({ name: 7 }).call(readThing, { params: { name: "a" } })).rejects.toBeInstanceOf(UnexpectedAnswer);
  });
});
