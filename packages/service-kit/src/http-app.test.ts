import { FairId, newId } from "@rialto/contracts/kernel/ids";
import { defineOperation, PageQuery } from "@rialto/contracts/kernel/operation";
import { anyone, atFair, operatorOnly, type Principal, signedIn } from "@rialto/contracts/kernel/policy";
import { line } from "@rialto/contracts/kernel/values";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { route } from "./route.ts";
import { buildOperator, buildParticipant, buildPrincipal } from "./testing/principals.ts";
import { startTestApp, type TestApp } from "./testing/test-app.ts";

const fairId = newId();

const echo = defineOperation({
  id: "echo",
  context: "toys",
  method: "post",
  path: "/fairs/:fairId/echo",
  summary: "Answers what it got",
  policy: atFair("organizer"),
  params: z.object({ fairId: FairId }),
  query: PageQuery.extend({ tag: z.array(z.string()).optional() }),
  body: z.strictObject({
    name: line(20),
    slots: z
      .array(z.object({ id: z.uuid() }))
      .max(3)
      .optional(),
  }),
  result: z.object({ name: z.string(), cause: z.unknown(), query: z.unknown(), now: z.string() }),
  example: { result: { name: "a", cause: {}, query: {}, now: "" } },
});

const simple = (id: string, policy: typeof anyone | typeof signedIn | typeof operatorOnly) =>
  defineOperation({
    id,
    context: "toys",
    method: "get",
    path: `/${id}`,
    summary: id,
    policy,
    result: z.object({ who: z.string().nullable() }),
    example: { result: { who: null } },
  });

const bodiless = defineOperation({
  id: "bodiless",
  context: "toys",
  method: "post",
  path: "/bodiless",
  summary: "Takes nothing and gives nothing",
  policy: signedIn,
  result: z.undefined(),
  status: 204,
  example: { result: undefined },
});

let app: TestApp;
let failure: unknown;

const who = ({ principal }: { principal: Principal | undefined }) => ({ who: principal?.accountId ?? null });

beforeAll(async () => {
  const failing = simple("failing", anyone);
  const limited = { ...simple("limited", anyone), perMinute: 2 };
  app = await startTestApp([
    route(echo, ({ body, cause, query, now }) => ({ name: body.name, cause, query, now, secret: "left out" })),
    route(simple("open", anyone), who),
    route(simple("signed", signedIn), who),
    route(simple("operators", operatorOnly), who),
    route(limited, who),
    route(bodiless, () => undefined),
    route(failing, () => {
      throw failure;
    }),
  ]);
});
afterAll(() => app.stop());

const organizer = () => app.tokens.sign(buildParticipant({ fairId, role: "organizer" }));

async function send(path: string, init: RequestInit & { token?: string } = {}) {
  const headers = new Headers(init.headers);
  if (init.token !== undefined) headers.set("authorization", `Bearer ${init.token}`);
  const response = await fetch(`${app.url}/api/toys${path}`, { ...init, headers });
  const text = await response.text();
  return { response, status: response.status, headers: response.headers, text, json: text === "" ? undefined : JSON.parse(text) };
}

const post = async (
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  path = `/fairs/${fairId}/echo`,
) =>
  send(path, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
    token: await organizer(),
  });

describe("a call that is allowed", () => {
  test("gets its parsed input, the injected clock and a cause; undeclared fields stay inside", async () => {
    const correlationId = newId();
    const { status, json, headers } = await post(JSON.stringify({ name: " Li " }), {
      "x-correlation-id": correlationId,
      traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
      "idempotency-key": "k-1",
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({ name: "Li", query: { limit: 50 }, cause: { correlationId, idempotency: { key: "k-1" } } });
    expect(json.cause.traceparent).toBe("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    expect(json).not.toHaveProperty("secret");
    expect(headers.get("x-correlation-id")).toBe(correlationId);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("etag")).toBeNull();
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("has the same fingerprint for the same request and another for another body, address or actor", async () => {
    const token = await organizer();
    const fingerprint = async (body: object, path = `/fairs/${fairId}/echo`) => {
      const headers = { "content-type": "application/json", "idempotency-key": "k" };
      const { json } = await send(path, { method: "POST", body: JSON.stringify(body), headers, token });
      return json.cause.idempotency.fingerprint;
    };
    const first = await fingerprint({ name: "a" });
    expect(await fingerprint({ name: "a" })).toBe(first);
    expect(await fingerprint({ name: "b" })).not.toBe(first);
    expect(await fingerprint({ name: "a" }, `/fairs/${fairId}/echo?limit=3`)).not.toBe(first);
  });

  test("one value of a list in the query is a list", async () => {
    const { json } = await post(JSON.stringify({ name: "a" }), {}, `/fairs/${fairId}/echo?tag=x&limit=7`);
    expect(json.query).toEqual({ tag: ["x"], limit: 7 });
  });

  test("a wrong correlation id or traceparent is replaced, not carried on", async () => {
    const { json } = await post(JSON.stringify({ name: "a" }), { "x-correlation-id": "'; drop", traceparent: "00-0-0-0" });
    expect(json.cause.correlationId).toMatch(/^[0-9a-f-]{36}$/);
    expect(json.cause.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  });
});

describe("INVALID_INPUT", () => {
  test("names every wrong field of every part", async () => {
    const body = JSON.stringify({ name: "x".repeat(21), slots: [{ id: newId() }, { id: 7 }], $where: "1" });
    const { status, json, headers } = await post(body, {}, `/fairs/${fairId}/echo?limit=0`);
    expect(status).toBe(422);
    expect(headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(json).toMatchObject({
      type: "/problems/invalid-input",
      code: "INVALID_INPUT",
      title: "Please check the marked fields",
    });
    expect(json.instance).toBe(`urn:uuid:${headers.get("x-request-id")}`);
    expect(json.errors).toEqual([
      { in: "query", field: "limit", code: "TOO_SMALL", message: "must be at least 1" },
      { in: "body", field: "name", code: "TOO_LONG", message: "must be at most 20 characters" },
      { in: "body", field: "slots[1].id", code: "WRONG_TYPE", message: "must be text" },
      { in: "body", field: "$where", code: "UNKNOWN_FIELD", message: "is not a field of this request" },
    ]);
  });

  test("speaks Chinese to those who prefer it", async () => {
    const { json, headers } = await post("{}", { "accept-language": "zh-CN,zh;q=0.9,en;q=0.5" });
    expect(headers.get("content-language")).toBe("zh");
    expect(json).toMatchObject({ title: "请检查标出的字段", errors: [{ field: "name", code: "MISSING", message: "不能缺少" }] });
  });

  test.each([
    ["a space", "a b"],
    ["201 characters", "k".repeat(201)],
    ["nothing", ""],
  ])("an Idempotency-Key of %s is refused", async (_name, key) => {
    const { status, json } = await post(JSON.stringify({ name: "a" }), { "idempotency-key": key });
    expect(status).toBe(422);
    expect(json.errors[0]).toMatchObject({ in: "headers", field: "Idempotency-Key" });
  });

  test("a body where none is asked for; an empty object counts as none", async () => {
    const { json } = await post("[1]", {}, "/bodiless");
    expect(json.errors).toEqual([{ in: "body", field: "", code: "WRONG_TYPE", message: "must be left out" }]);
    expect((await post("{}", {}, "/bodiless")).status).toBe(204);
  });
});

describe("bodies that cannot be read", () => {
  test.each([
    ["MALFORMED_REQUEST", 400, '{"name":', "application/json"],
    ["MALFORMED_REQUEST", 400, new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), "application/json"],
    ["MALFORMED_REQUEST", 400, '{"name":"\\ud800"}', "application/json"],
    ["UNSUPPORTED_MEDIA_TYPE", 415, "<name/>", "application/xml"],
    ["UNSUPPORTED_MEDIA_TYPE", 415, "name=a", "application/x-www-form-urlencoded"],
    ["BODY_TOO_LARGE", 413, JSON.stringify({ name: "x".repeat(70_000) }), "application/json"],
    ["BODY_TOO_LARGE", 413, "x".repeat(10_000_000), "application/json"],
  ])("%s (%i)", async (code, status, body, type) => {
    const answer = await post(body, { "content-type": type });
    expect(answer.json).toMatchObject({ code, status });
    expect(answer.status).toBe(status);
  });

  test("MALFORMED_REQUEST: bytes that say gzip and are not", async () => {
    expect((await post("{}", { "content-encoding": "gzip" })).json.code).toBe("MALFORMED_REQUEST");
  });

  test("UNSUPPORTED_MEDIA_TYPE: an encoding nobody knows", async () => {
    expect((await post("{}", { "content-encoding": "zip" })).json.code).toBe("UNSUPPORTED_MEDIA_TYPE");
  });

  test("MALFORMED_REQUEST: an address with broken escapes", async () => {
    expect((await post("{}", {}, "/fairs/%E0%A4%A/echo")).json.code).toBe("MALFORMED_REQUEST");
    expect((await post("{}", {}, `/fairs/${fairId}/echo?a=%ff`)).json.code).toBe("MALFORMED_REQUEST");
  });
});

describe("policies", () => {
  test("SIGN_IN_NEEDED without a token", async () => {
    const { json, status, headers } = await send("/signed");
    expect([status, json.code, headers.get("www-authenticate")]).toEqual([401, "SIGN_IN_NEEDED", "Bearer"]);
  });

  test("SIGN_IN_NEEDED (expired) with a token whose time is over, and SIGN_IN_NEEDED (invalid) with a stranger's", async () => {
    const expired = await app.tokens.sign(buildPrincipal(), { expiresInSeconds: -1 });
    expect((await send("/signed", { token: expired })).json).toMatchObject({ code: "SIGN_IN_NEEDED", reason: "expired" });
    expect((await send("/signed", { token: "abc.def.ghi" })).json).toMatchObject({ code: "SIGN_IN_NEEDED", reason: "invalid" });
    expect((await send("/signed", { headers: { authorization: "Basic YTpi" } })).json.reason).toBe("invalid");
  });

  test("a public operation does not mind an expired token", async () => {
    const expired = await app.tokens.sign(buildPrincipal(), { expiresInSeconds: -1 });
    expect((await send("/open", { token: expired })).json).toEqual({ who: null });
  });

  test("FORBIDDEN: another fair's organizer, another role at this fair, a plain account", async () => {
    const others = [
      buildParticipant({ fairId: newId(), role: "organizer" }),
      buildParticipant({ fairId, role: "buyer" }),
      buildPrincipal(),
    ];
    for (const principal of others) {
      const token = await app.tokens.sign(principal);
      const { json } = await send(`/fairs/${fairId}/echo`, { method: "POST", token });
      expect(json.code).toBe("FORBIDDEN");
    }
  });

  test("operators only", async () => {
    const operator = buildOperator();
    expect((await send("/operators", { token: await app.tokens.sign(operator) })).json).toEqual({ who: operator.accountId });
    expect((await send("/operators", { token: await organizer() })).status).toBe(403);
  });
});

describe("addresses", () => {
  test("NOT_FOUND", async () => {
    expect((await send("/nowhere")).json).toMatchObject({ code: "NOT_FOUND", status: 404 });
  });

  test("METHOD_NOT_ALLOWED names what is allowed", async () => {
    const { json, headers } = await send("/open", { method: "DELETE" });
    expect([json.code, headers.get("allow")]).toEqual(["METHOD_NOT_ALLOWED", "GET"]);
  });
});

describe("TOO_MANY_REQUESTS", () => {
  test("after as many calls as the operation allows, per caller", async () => {
    const from = (address: string) => send("/limited", { headers: { "x-forwarded-for": address } });
    const statuses = [await from("192.0.2.1"), await from("192.0.2.1"), await from("192.0.2.1"), await from("192.0.2.2")];
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
    expect(statuses[2]?.json.code).toBe("TOO_MANY_REQUESTS");
    expect(Number(statuses[2]?.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("INTERNAL", () => {
  test.each([new Error("mongodb://user:secret@db"), new TypeError("x is not a function"), "a string", undefined, null])(
    "%s stays inside",
    async (thrown) => {
      failure = thrown;
      const { status, json, text } = await send("/failing");
      expect(status).toBe(500);
      expect(json).toMatchObject({ code: "INTERNAL" });
      expect(text).not.toContain("secret");
    },
  );

  test("SERVICE_BUSY when the database is away, IDEMPOTENCY_KEY_REUSED when the store says so", async () => {
    failure = Object.assign(new Error("no primary"), { name: "MongoServerSelectionError" });
    expect((await send("/failing")).json).toMatchObject({ status: 503, code: "SERVICE_BUSY" });
    failure = Object.assign(new Error("again"), { name: "IdempotencyKeyReused" });
    expect((await send("/failing")).json).toMatchObject({ status: 422, code: "IDEMPOTENCY_KEY_REUSED" });
  });
});

describe("the log", () => {
  test("one wide line per request with ids and durations, nothing that somebody typed", async () => {
    app.lines.length = 0;
    const { headers } = await post(JSON.stringify({ name: "Zhang San" }), {}, `/fairs/${fairId}/echo?limit=9&tag=Wang`);
    const written = app.lines.filter(({ msg }) => msg === "request");
    expect(written).toEqual([
      expect.objectContaining({
        operation: "echo",
        status: 200,
        fairId,
        requestId: headers.get("x-request-id"),
        ms: expect.any(Number),
      }),
    ]);
    expect(JSON.stringify(app.lines)).not.toMatch(/Zhang|Wang|Bearer/);
  });
});
