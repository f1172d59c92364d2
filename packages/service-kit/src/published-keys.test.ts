import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createVerifyToken } from "./auth.ts";
import { publishedKeys } from "./published-keys.ts";
import { buildPrincipal } from "./testing/principals.ts";
import { createTestTokens } from "./testing/tokens.ts";

let server: Server;
let answer: () => { status: number; body: unknown };
let asked: number;

beforeEach(async () => {
  asked = 0;
  server = createServer((_req, res) => {
    asked++;
    const { status, body } = answer();
    res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => void server.close());

const address = () => new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`);
const clock = () => new Date().toISOString();

test("keys are fetched once and kept", async () => {
  const tokens = await createTestTokens();
  answer = () => ({ status: 200, body: tokens.jwks });
  const verify = createVerifyToken(publishedKeys(address()), clock);
  for (let i = 0; i < 3; i++) await verify(await tokens.sign(buildPrincipal()));
  expect(asked).toBe(1);
});

test("while the registry is down after the keys have aged, known keys stay good", async () => {
  const tokens = await createTestTokens();
  answer = () => ({ status: 200, body: tokens.jwks });
  let now = 0;
  const verify = createVerifyToken(
    publishedKeys(address(), () => now),
    clock,
  );
  await verify(await tokens.sign(buildPrincipal()));
  answer = () => ({ status: 500, body: {} });
  now = 11 * 60_000;
  await verify(await tokens.sign(buildPrincipal()));
  await vi.waitFor(() => expect(asked).toBe(2));
  await verify(await tokens.sign(buildPrincipal()));
});

test("SERVICE_BUSY while nobody has ever got the keys", async () => {
  const tokens = await createTestTokens();
  answer = () => ({ status: 503, body: {} });
  const verify = createVerifyToken(publishedKeys(address()), clock);
  await expect(verify(await tokens.sign(buildPrincipal()))).rejects.toMatchObject({ code: "SERVICE_BUSY" });
});
