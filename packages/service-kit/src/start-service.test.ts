import { defineOperation } from "@rialto/contracts/kernel/operation";
import { anyone } from "@rialto/contracts/kernel/policy";
import { afterEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { parseConfig, serviceConfig } from "./config.ts";
import { defineService, type ServiceParts, type Worker } from "./define-service.ts";
import { createLogger } from "./logger.ts";
import { route } from "./route.ts";
import { type RunningService, type StartOptions, startService } from "./start-service.ts";
import { createFakeInfrastructure } from "./testing/fake-infrastructure.ts";
import { buildOperator } from "./testing/principals.ts";
import { createTestTokens } from "./testing/tokens.ts";

const wait = defineOperation({
  id: "wait",
  context: "toys",
  method: "post",
  path: "/wait",
  summary: "Answers when it is told to",
  policy: anyone,
  result: z.object({ done: z.boolean() }),
  example: { result: { done: true } },
});

const config = parseConfig(serviceConfig("toys", 0), { NODE_ENV: "test", HTTP_PORT: "0", LOG_LEVEL: "silent" });

const running: RunningService[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
});

async function start(parts: ServiceParts, options: Partial<StartOptions> = {}) {
  const fake = createFakeInfrastructure();
  const tokens = await createTestTokens();
  const service = await startService({
    name: "toys",
    config,
    infrastructure: fake.connect,
    keys: tokens.keys,
    logger: createLogger("toys", "silent"),
    compose: () => defineService("toys", parts),
    ...options,
  });
  running.push(service);
  return { ...fake, service, tokens };
}

const waiting = () => {
  const arrived = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const slow = route(wait, async () => {
    arrived.resolve();
    await released.promise;
    return { done: true };
  });
  return { slow, arrived: arrived.promise, release: released.resolve };
};

describe("a start", () => {
  test("builds indexes before it consumes, and opens the port last", async () => {
    const { history } = await start({
      reactions: [],
      stores: [],
      projections: [{ ready: async () => {} }],
      workers: [{ name: "tail", start: async () => {}, stop: async () => {} }],
    });
    expect(history).toEqual(["indexes built", "relay started"]);
  });

  test("that fails undoes what it began and says why", async () => {
    const fake = createFakeInfrastructure();
    const failing: Worker = { name: "tail", start: () => Promise.reject(new Error("no log")), stop: async () => {} };
    await expect(start({ workers: [failing] }, { infrastructure: fake.connect })).rejects.toThrow("no log");
    expect(fake.history.slice(-3)).toEqual(["relay stopped", "bus closed", "database closed"]);
  });

  test("under another name than its definition's is refused", async () => {
    await expect(start({}, { name: "other" })).rejects.toThrow("started as other, defined as toys");
  });
});

describe("readiness", () => {
  test("gives the reason of what does not hold, and liveness does not mind", async () => {
    const { service, sick } = await start({ checks: [{ name: "stage", ask: () => undefined }] });
    const ask = async (path: string) => {
      const response = await fetch(`${service.url}${path}`);
      return { status: response.status, body: await response.json() };
    };
    expect(await ask("/readyz")).toEqual({ status: 200, body: { ready: true, checks: { database: "ok", stage: "ok" } } });
    sick("no primary");
    expect(await ask("/readyz")).toMatchObject({ status: 503, body: { ready: false, checks: { database: "no primary" } } });
    expect((await ask("/healthz")).status).toBe(200);
  });
});

test("a bus that can no longer consume is told to whoever started the service", async () => {
  const told: Error[] = [];
  const { fail } = await start({}, { onFatal: (error) => told.push(error) });
  fail(new Error("no heartbeat"));
  expect(told).toEqual([new Error("no heartbeat")]);
});

describe("operators", () => {
  test("read metrics, and get a port of their own where it is set", async () => {
    const own = { ...config, OPERATIONS_PORT: 0 };
    const { service } = await start({}, { config: own });
    expect((await fetch(`${service.url}/metrics`)).status).toBe(404);
    const text = await (await fetch(`${service.operationsUrl}/metrics`)).text();
    expect(text).toContain('rialto_parked_messages{service="toys"} 0');
    expect(text).toContain("rialto_http_request_seconds_bucket");
    expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
  });

  test("list, replay and drop parked messages; nobody else does", async () => {
    const { service, tokens, parkingLot } = await start({});
    const key = { handler: "toys.note", topic: "toys.toys", key: "a" };
    const message = { ...key, id: "m1", partition: 0, offset: "7", value: new Uint8Array(3), headers: {}, reason: "UNREADABLE" };
    await parkingLot.park({ ...message, attempts: 1, parkedAt: "2026-09-01T10:00:00Z" });

    const token = await tokens.sign(buildOperator());
    const call = (method: string, path: string, body?: object) =>
      fetch(`${service.url}/internal/parked${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    expect((await fetch(`${service.url}/internal/parked`)).status).toBe(401);
    expect(await (await call("GET", "")).json()).toMatchObject({ keys: [{ ...key, count: 1, reason: "UNREADABLE" }] });
    const listed = await call("GET", `/messages?${new URLSearchParams(key)}`);
    expect(await listed.json()).toMatchObject({ messages: [{ id: "m1", offset: "7", bytes: 3 }] });
    expect((await call("POST", "/replay", key)).status).toBe(202);
    expect((await call("POST", "/replay", { ...key, key: "b" })).status).toBe(404);
    expect((await call("POST", "/drop", { ...key, id: "m2" })).status).toBe(404);
    expect((await call("POST", "/drop", { ...key, id: "m1" })).status).toBe(204);
    expect(await (await call("GET", "")).json()).toEqual({ keys: [] });
  });
});

describe("a stop", () => {
  test("finishes the request in hand, takes no new one, and stops consumers before the relay, the bus and the database", async () => {
    const { slow, arrived, release } = waiting();
    const { service, history } = await start({
      routes: [slow],
      workers: [{ name: "tail", start: async () => {}, stop: async () => void history.push("tail stopped") }],
    });
    const answer = fetch(`${service.url}/api/toys/wait`, { method: "POST" });
    await arrived;
    history.length = 0;
    const stopped = service.stop();
    await vi.waitFor(() => expect(fetch(`${service.url}/healthz`)).rejects.toThrow());
    expect(history).toEqual([]);
    release();
    expect(await (await answer).json()).toEqual({ done: true });
    expect((await answer).headers.get("connection")).toBe("close");
    expect(await stopped).toBe(true);
    expect(history).toEqual(["tail stopped", "relay stopped", "bus closed", "database closed"]);
  });

  test("goes on when a step fails, and says so", async () => {
    const failing: Worker = { name: "tail", start: async () => {}, stop: () => Promise.reject(new Error("stuck")) };
    const { service, history } = await start({ workers: [failing] });
    expect(await service.stop()).toBe(false);
    expect(history.at(-1)).toBe("database closed");
  });
});
