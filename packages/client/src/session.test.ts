import { newId } from "@rialto/contracts/kernel/ids";
import { defineOperation } from "@rialto/contracts/kernel/operation";
import { signedIn } from "@rialto/contracts/kernel/policy";
import { refreshSession, signIn, signOut, signOutEverywhere } from "@rialto/contracts/registry/operations/sessions";
import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import type { Session } from "@rialto/contracts/registry/shapes";
import { route } from "@rialto/service-kit/route";
import { buildPrincipal } from "@rialto/service-kit/testing/principals";
import { startTestApp, type TestApp } from "@rialto/service-kit/testing/test-app";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createSession, type SessionOptions } from "./session.ts";
import { memorySessionStorage } from "./session-storage.ts";

const whoAmI = defineOperation({
  id: "whoAmI",
  context: "toys",
  method: "get",
  path: "/me",
  summary: "Who",
  policy: signedIn,
  result: z.object({ who: z.string() }),
  example: { result: { who: "a" } },
});

const principal = buildPrincipal();
let app: TestApp;
let lifeSeconds: number;
let refreshes: number;
let current: string;
let ended: boolean;

/** A registry that gives one refresh token after the other, each good once. */
async function nextSession(): Promise<Session> {
  current = `${newId()}.${newId().padEnd(43, "x")}`;
  const in2Hours = new Date(Date.now() + 7_200_000).toISOString();
  return {
    accountId: principal.accountId,
    accessToken: await app.tokens.sign(principal, { expiresInSeconds: lifeSeconds }),
    accessTokenExpiresAt: new Date(Date.now() + lifeSeconds * 1000).toISOString(),
    refreshToken: current,
    refreshTokenExpiresAt: in2Hours,
  };
}

beforeEach(async () => {
  lifeSeconds = 600;
  refreshes = 0;
  ended = false;
  app = await startTestApp([
    route(whoAmI, ({ principal: { accountId } }) => ({ who: accountId })),
    route(signIn, ({ body }) => {
      if (body.password !== "right password") throw refuseInRegistry("CREDENTIALS_WRONG");
      return nextSession();
    }),
    route(refreshSession, ({ body }) => {
      refreshes++;
      if (ended || body.refreshToken !== current) throw refuseInRegistry("SESSION_ENDED");
      return nextSession();
    }),
    route(signOut, () => ({ endedAt: new Date().toISOString() })),
    route(signOutEverywhere, () => ({ endedAt: new Date().toISOString() })),
  ]);
});
afterEach(() => app.stop());

const open = (options: Partial<SessionOptions> = {}) => createSession({ baseUrl: app.url, ...options });

describe("a session", () => {
  test("begins with the right password and ends with signing out", async () => {
    const accounts: (string | undefined)[] = [];
    const session = open({ onChange: (accountId) => accounts.push(accountId) });
    await expect(session.signIn("a@b.example", "wrong")).rejects.toMatchObject({ code: "CREDENTIALS_WRONG" });
    await session.signIn("a@b.example", "right password");
    expect(await session.client.call(whoAmI)).toEqual({ who: principal.accountId });
    await session.signOut();
    expect(accounts).toEqual([principal.accountId, undefined]);
    await expect(session.client.call(whoAmI)).rejects.toMatchObject({ code: "SIGN_IN_NEEDED" });
  });

  test("renews a token that is about to end, once for all calls at the same time", async () => {
    lifeSeconds = 20;
    const session = open();
    await session.signIn("a@b.example", "right password");
    lifeSeconds = 600;
    await Promise.all(Array.from({ length: 5 }, () => session.client.call(whoAmI)));
    expect(refreshes).toBe(1);
  });

  test("renews a token that was refused, once for all calls at the same time", async () => {
    lifeSeconds = -10;
    const session = open({ now: () => 0 });
    await session.signIn("a@b.example", "right password");
    lifeSeconds = 600;
    await Promise.all(Array.from({ length: 5 }, () => session.client.call(whoAmI)));
    expect(refreshes).toBe(1);
  });

  test("is not renewed again and again by a clock that is a day fast", async () => {
    const session = open({ now: () => Date.now() + 86_400_000 });
    await session.signIn("a@b.example", "right password");
    await session.client.call(whoAmI);
    await session.client.call(whoAmI);
    expect(refreshes).toBe(0);
  });

  test("shared by two tabs uses each refresh token once", async () => {
    lifeSeconds = 20;
    const storage = memorySessionStorage();
    const [one, other] = [open({ storage }), open({ storage })];
    await one.signIn("a@b.example", "right password");
    lifeSeconds = 600;
    await Promise.all([one.client.call(whoAmI), other.client.call(whoAmI)]);
    expect(refreshes).toBe(1);
  });

  test("that was ended elsewhere ends here", async () => {
    const accounts: (string | undefined)[] = [];
    lifeSeconds = 20;
    const session = open({ onChange: (accountId) => accounts.push(accountId) });
    await session.signIn("a@b.example", "right password");
    ended = true;
    await expect(session.client.call(whoAmI)).rejects.toMatchObject({ code: "SIGN_IN_NEEDED" });
    expect(accounts).toEqual([principal.accountId, undefined]);
  });

  test("survives a renewal that got no answer", async () => {
    lifeSeconds = 20;
    const storage = memorySessionStorage();
    await open({ storage }).signIn("a@b.example", "right password");
    const offline = open({ storage, retries: 0, fetch: () => Promise.reject(new TypeError("offline")) });
    await expect(offline.client.call(whoAmI)).rejects.toMatchObject({ name: "UnreachableError" });
    expect(offline.accountId()).toBe(principal.accountId);
  });
});
