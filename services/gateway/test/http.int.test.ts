import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { RunningService } from "@rialto/service-kit/start-service";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GatewayFixture, gatewayFixture } from "./fixture.ts";

let fixture: GatewayFixture;
let service: RunningService;
let venue: Server;
let webFolder: string;
let heard: IncomingMessage[] = [];

beforeAll(async () => {
  venue = createServer((request, response) => {
    heard.push(request);
    request.pipe(response.setHeader("content-type", "text/plain").writeHead(418));
  });
  await new Promise<void>((resolve) => venue.listen(0, "127.0.0.1", resolve));
  webFolder = await mkdtemp(join(tmpdir(), "rialto-pages-"));
  await mkdir(join(webFolder, "assets"));
  await writeFile(join(webFolder, "index.html"), "<!doctype html><title>Rialto</title>");
  await writeFile(join(webFolder, "assets", "app-1a2b.js"), "export {};");
  await writeFile(join(webFolder, "assets", "app-1a2b.js.br"), brotliCompressSync("export {};"));
  await writeFile(join(webFolder, "demo.json"), '{"accounts":[]}');
  fixture = await gatewayFixture({
    VENUE_URL: `http://127.0.0.1:${(venue.address() as AddressInfo).port}`,
    REGISTRY_URL: "http://127.0.0.1:9",
    WEB_FOLDER: webFolder,
    DEMO_GUIDE_FILE: join(webFolder, "seed.json"),
  });
  service = await fixture.start();
});
afterAll(async () => {
  await fixture.dispose();
  venue.close();
  await rm(webFolder, { recursive: true });
});

const ask = (path: string, init?: RequestInit) => fetch(`${service.url}${path}`, init);

describe("demonstration accounts", () => {
  test("nobody before the fair was seeded, then those that the seed wrote, read each time", async () => {
    expect(await (await ask("/demo.json")).json()).toEqual({ accounts: [] });
    await writeFile(join(webFolder, "seed.json"), JSON.stringify({ accounts: [{ who: "buyer" }] }));
    const answer = await ask("/demo.json");
    expect([await answer.json(), answer.headers.get("cache-control")]).toEqual([{ accounts: [{ who: "buyer" }] }, "no-cache"]);
  });
});

describe("forwarding", () => {
  test("hands a call to its service as it is, with the caller's true address", async () => {
    heard = [];
    const answer = await ask("/api/venue/fairs/1/booths?limit=2", {
      method: "POST",
      body: "as it is",
      headers: { "x-forwarded-for": "203.0.113.7", authorization: "Bearer t", "idempotency-key": "k" },
    });
    expect([answer.status, await answer.text()]).toEqual([418, "as it is"]);
    const headers = { authorization: "Bearer t", "idempotency-key": "k", "x-forwarded-for": "127.0.0.1" };
    expect(heard[0]).toMatchObject({ method: "POST", url: "/api/venue/fairs/1/booths?limit=2", headers });
  });

  test("reaches every address of a service, also those that begin with a dot", async () => {
    expect(await statusOf("/api/venue/.well-known/jwks.json")).toBe(418);
  });

  test("SERVICE_UNREACHABLE: a service that is down", async () => {
    const answer = await ask("/api/registry/me", { headers: { "accept-language": "zh-CN" } });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: "SERVICE_UNREACHABLE", title: expect.stringMatching(/服务/) });
  });

  test("opens nothing but operations: no metrics, no internals, neither its own nor a service's", async () => {
    heard = [];
    const paths = ["/metrics", "/internal/parked", "/venue/healthz", "/api/venue/../../metrics", "/api/nobody/x"];
    expect(await Promise.all(paths.map(statusOf))).toEqual(paths.map(() => 404));
    expect(heard).toEqual([]);
  });
});

/** As written: `fetch` would tidy the path up first. */
const statusOf = (path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const { hostname, port } = new URL(service.url);
    get({ hostname, port, path, headers: { accept: "application/json" } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on("error", reject);
  });

describe("pages", () => {
  const html = { headers: { accept: "text/html" } };

  test("every page address is answered by the application, with a policy that lets nothing foreign in", async () => {
    const answer = await ask("/fairs/any/now", html);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("Rialto")]);
    const policy = answer.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
  });

  test("files with a hash are kept by browsers, the page itself is asked for each time", async () => {
    expect((await ask("/assets/app-1a2b.js")).headers.get("cache-control")).toContain("immutable");
    expect((await ask("/", html)).headers.get("cache-control")).toBe("no-cache");
    expect((await ask("/assets/gone.js")).status).toBe(404);
  });

  test("a script travels packed where the build has packed it and the browser can unpack it", async () => {
    const packed = await ask("/assets/app-1a2b.js", { headers: { "accept-encoding": "gzip, br" } });
    expect(await packed.text()).toBe("export {};");
    expect(Object.fromEntries(packed.headers)).toMatchObject({
      "content-encoding": "br",
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": expect.stringContaining("immutable"),
      vary: expect.stringMatching(/accept-encoding/i),
    });
    const plain = await ask("/assets/app-1a2b.js", { headers: { "accept-encoding": "identity" } });
    expect([plain.headers.get("content-encoding"), await plain.text()]).toEqual([null, "export {};"]);
  });

  test("an address that leads out of the folder, or a request that no file answers, is refused as a problem", async () => {
    expect(await statusOf("/assets/..%2f..%2fpackage.json")).toBe(403);
    expect((await ask("/assets/app-1a2b.js", { method: "POST" })).headers.get("content-type")).toContain("problem+json");
    const beyond = await ask("/assets/app-1a2b.js", { headers: { range: "bytes=900-" } });
    expect([beyond.status, await beyond.json()]).toMatchObject([400, { code: "MALFORMED_REQUEST" }]);
  });

  test("an address of the API is never answered by a page", async () => {
    expect((await ask("/api/gateway/unknown", html)).status).toBe(404);
  });
});
