import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { topics } from "@rialto/contracts/event-catalog";
import { newId } from "@rialto/contracts/kernel/ids";
import { dropTopics } from "@rialto/messaging/kafka-drop-topics";
import { silentLogger } from "@rialto/messaging/logger";
import { closeMongo, connectMongo } from "@rialto/persistence/connection";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { buildPrincipal } from "../src/testing/principals.ts";
import { createTestTokens, type TestTokens } from "../src/testing/tokens.ts";

const unique = `sk-${newId().slice(-12)}`;
const MONGO_URL = process.env.MONGO_URL ?? "";
const KAFKA_BROKERS = process.env.KAFKA_BROKERS ?? "";

let registry: Server;
let tokens: TestTokens;
const children: ChildProcess[] = [];

beforeAll(async () => {
  tokens = await createTestTokens();
  registry = createServer((_req, res) => void res.end(JSON.stringify(tokens.jwks))).listen(0, "127.0.0.1");
  await once(registry, "listening");
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    // Gracefully, so that the group does not wait for a member that is gone.
    child.kill("SIGTERM");
    await once(child, "exit");
  }
});
afterAll(async () => {
  registry.close();
  const onFatal = (error: Error) => Promise.reject(error);
  const kafka = { brokers: KAFKA_BROKERS.split(","), clientId: unique, topicPrefix: `${unique}.`, logger: silentLogger, onFatal };
  await dropTopics(kafka, topics);
  const connection = await connectMongo({ url: MONGO_URL, database: unique });
  await connection.dropDatabase();
  await closeMongo(connection);
});

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown> | null;
}

const patience = { timeout: 30_000, interval: 50 };

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  readonly accountId: string;
  /** Ends the sessions of an account. */
  end(id: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  /** What the reaction has heard about it. */
  heard(id: string): Promise<Answer>;
  readonly lines: Record<string, unknown>[];
}

const programme = new URL("./toy-service.ts", import.meta.url).pathname;

function spawnToy(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [programme], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "test",
      HTTP_PORT: "0",
      MONGO_URL,
      MONGO_DATABASE: unique,
      KAFKA_BROKERS,
      KAFKA_TOPIC_PREFIX: `${unique}.`,
      JWKS_URL: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`,
      ...env,
    },
  });
  children.push(child);
  return child;
}

async function start(env: Record<string, string> = {}): Promise<Running> {
  const child = spawnToy(env);
  const lines: Record<string, unknown>[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(JSON.parse(line)));
  const ready = await vi.waitFor(
    () => lines.find(({ msg }) => msg === "ready") ?? Promise.reject(new Error("not ready")),
    patience,
  );
  const url = String(ready.url);
  const principal = buildPrincipal();
  const call = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const authorization = `Bearer ${await tokens.sign(principal)}`;
    const headers = { authorization, "content-type": "application/json", ...(init.headers as Record<string, string>) };
    const response = await fetch(`${url}/api/toys/accounts/${path}`, { ...init, headers });
    return { status: response.status, body: (await response.json()) as Answer["body"] };
  };
  return {
    child,
    url,
    lines,
    accountId: principal.accountId,
    end: (id, body = {}, headers = {}) => call(`${id}/sessions/end`, { method: "POST", body: JSON.stringify(body), headers }),
    heard: (id) => call(`${id}/sessions`),
  };
}

const exitOf = async (child: ChildProcess) => (child.exitCode === null ? (await once(child, "exit"))[0] : child.exitCode);

const hasHeard = ({ heard }: Running, id: string) =>
  vi.waitFor(async () => (await heard(id)).body ?? Promise.reject(new Error("not heard of yet")), patience);

test("a command goes through database, relay and broker to a reaction, with its ids all the way", async () => {
  const service = await start();
  const readiness = await fetch(`${service.url}/readyz`);
  expect(await readiness.json()).toEqual({ ready: true, checks: { database: "ok", bus: "ok" } });
  const [id, correlationId] = [newId(), newId()];
  expect(await service.end(id, {}, { "x-correlation-id": correlationId })).toEqual({
    status: 200,
    body: { epoch: 1, repeated: false },
  });
  const heard = await hasHeard(service, id);
  expect(heard).toMatchObject({ epoch: 1, correlationId, actorId: service.accountId });
  expect(heard.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/);
});

test("a command carried twice under one Idempotency-Key answers with the first result; with another body it is refused", async () => {
  const { end } = await start();
  const id = newId();
  const key = { "idempotency-key": newId() };
  expect((await end(id, {}, key)).body).toEqual({ epoch: 1, repeated: false });
  expect((await end(id, {}, key)).body).toEqual({ epoch: 1, repeated: true });
  expect(await end(id, { afterMs: 1 }, key)).toMatchObject({ status: 422, body: { code: "IDEMPOTENCY_KEY_REUSED" } });
});

test("SIGTERM in the middle of a request: it gets its answer, the event is sent, and the process ends with 0", async () => {
  const first = await start();
  const id = newId();
  const answer = first.end(id, { afterMs: 1_500 });
  await vi.waitFor(async () => {
    const text = await (await fetch(`${first.url}/metrics`)).text();
    expect(text).toMatch(/^rialto_http_requests_in_hand\S* 2$/m);
  }, patience);
  first.child.kill("SIGTERM");
  expect(await answer).toEqual({ status: 200, body: { epoch: 1, repeated: false } });
  expect(await exitOf(first.child)).toBe(0);
  expect(first.lines.at(-1)).toMatchObject({ msg: "stopped", clean: true });
  expect(await hasHeard(await start(), id)).toMatchObject({ epoch: 1 });
});

test("a wrong setting ends the start with 78 and a line that names it", async () => {
  const child = spawnToy({ HTTP_PORT: "many", MONGO_URL: "http://geheim" });
  let said = "";
  child.stderr?.on("data", (data) => {
    said += data;
  });
  expect(await exitOf(child)).toBe(78);
  expect(said).toContain("HTTP_PORT: must be a number");
  expect(said).toContain("MONGO_URL: must be a web address");
  expect(said).not.toContain("geheim");
});

test("a database that is not there ends the start with 1 and says so", async () => {
  const child = spawnToy({ MONGO_URL: "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=300" });
  const lines: string[] = [];
  if (child.stdout !== null) createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  expect(await exitOf(child)).toBe(1);
  await vi.waitFor(() => expect(lines.join()).toContain("could not start"));
});

const residentKilobytes = async (pid: number | undefined): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
};

// The compile cache spares the process the compiler of TypeScript; the launcher and the images set both.
test.runIf(process.platform === "linux")("a service stays under 120 MB with the settings it is run with", async () => {
  const cache = await mkdtemp(join(tmpdir(), "rialto-compile-"));
  const env = { NODE_COMPILE_CACHE: cache, NODE_OPTIONS: "--max-semi-space-size=2" };
  const first = await start(env);
  first.child.kill("SIGTERM");
  await exitOf(first.child);
  const { child, end } = await start(env);
  for (let n = 0; n < 50; n++) await end(newId());
  expect(await residentKilobytes(child.pid)).toBeLessThan(120_000);
  await rm(cache, { recursive: true });
});
