import { AccessTokenClaims } from "@rialto/contracts/kernel/access-token";
import { newId } from "@rialto/contracts/kernel/ids";
import { accountsTopic, registryEvents, sessionsEnded } from "@rialto/contracts/registry/events";
import { registryOperations as operations } from "@rialto/contracts/registry/operations";
import { connectMongo } from "@rialto/persistence/connection";
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ensureOperator } from "../src/people/ensure-operator.ts";
import { hashOfSecret } from "../src/people/secrets.ts";
import { createSigning } from "../src/sessions/signing.ts";
import { createStoredKeys } from "../src/store/signing-keys.ts";
import { operator, password, type RegistryFixture, register, registryFixture, signInAs } from "./fixture.ts";

let registry: RegistryFixture;
beforeAll(async () => {
  registry = await registryFixture();
});
afterAll(() => registry.dispose());
afterEach(() => {
  registry.clock.aheadMs = 0;
});

const refresh = (refreshToken: string) => registry.api.ok(operations.refreshSession, { body: { refreshToken } });
const refreshRefused = (refreshToken: string) => registry.api.refused(operations.refreshSession, { body: { refreshToken } });
const signInRefused = (email: string, wrong = "not-the-password", address?: string) =>
  registry.api.refused(operations.signIn, { body: { email, password: wrong }, ...(address === undefined ? {} : { address }) });

describe("signIn", () => {
  test("the token says who it is and is verified with the published keys", async () => {
    const { body, accountId, organizationId } = await register(registry);
    const accessToken = await signInAs(registry, { email: ` ${body.email.toUpperCase()}`, password });
    const published = await registry.api.ok(operations.publishedKeys);
    const { payload, protectedHeader } = await jwtVerify(accessToken, createLocalJWKSet(published as JSONWebKeySet));
    expect(protectedHeader).toMatchObject({ alg: "EdDSA", kid: published.keys[0]?.kid });
    const claims = AccessTokenClaims.parse(payload);
    expect(claims).toMatchObject({ sub: accountId, operator: false, epoch: 0, grants: [{ organizationId, role: "exhibitor" }] });
    expect(claims.exp - claims.iat).toBe(300);
    expect(JSON.stringify(published)).not.toContain('"d"');
  });

  test("CREDENTIALS_WRONG: the same answer for an unknown address and a wrong password", async () => {
    const { body } = await register(registry);
    const { instance: _, ...known } = await signInRefused(body.email);
    const { instance: __, ...unknown } = await signInRefused(`${newId()}@nowhere.example`);
    expect(known).toMatchObject({ status: 401, code: "CREDENTIALS_WRONG" });
    expect(unknown).toEqual(known);
  });

  test("the same time for an unknown address and a wrong password", async () => {
    const { body } = await register(registry);
    const timed = async (email: string) => {
      const startedAt = performance.now();
      await signInRefused(email, "not-the-password", "10.9.9.9");
      return performance.now() - startedAt;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let count = 0; count < 4; count++) {
      known.push(await timed(body.email));
      unknown.push(await timed(`${newId()}@nowhere.example`));
    }
    // Hashing alone takes 15 ms or more; an answer without it would be several times faster.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) * 0.6);
  });

  test("TOO_MANY_SIGN_INS: after five failures the right password waits too, and after the wait it works", async () => {
    const { body } = await register(registry);
    for (let count = 0; count < 5; count++) expect((await signInRefused(body.email)).code).toBe("CREDENTIALS_WRONG");
    const problem = await signInRefused(body.email, password);
    expect(problem).toMatchObject({ status: 429, code: "TOO_MANY_SIGN_INS", retryAfterSeconds: 1 });
    registry.clock.aheadMs = 2_000;
    expect(await signInAs(registry, { email: body.email, password })).toBeTypeOf("string");
    expect((await signInRefused(body.email)).code).toBe("CREDENTIALS_WRONG");
  });

  test("fifty guesses at once do not slip through the limit", async () => {
    const { body } = await register(registry);
    const codes = await Promise.all(Array.from({ length: 50 }, async () => (await signInRefused(body.email)).code));
    expect(codes.filter((code) => code === "CREDENTIALS_WRONG").length).toBeLessThanOrEqual(5);
  });

  test("TOO_MANY_SIGN_INS: one address tries a hundred accounts; others go on", async () => {
    const address = "203.0.113.7";
    const addressKey = `address:${address}`;
    const now = new Date().toISOString();
    for (let count = 0; count < 105; count++) await registry.deps.attempts.count(addressKey, now);
    const unknown = `${newId()}@nowhere.example`;
    expect((await signInRefused(unknown, "not-the-password", address)).code).toBe("TOO_MANY_SIGN_INS");
    expect((await signInRefused(unknown, "not-the-password", "203.0.113.8")).code).toBe("CREDENTIALS_WRONG");
  });
});

describe("refreshSession", () => {
  test("each token works once and gives the next; the new access token has the new grants", async () => {
    const { session } = await register(registry);
    const second = await refresh(session.refreshToken);
    const third = await refresh(second.refreshToken);
    expect(new Set([session, second, third].map(({ refreshToken }) => refreshToken)).size).toBe(3);
    expect(third.refreshTokenExpiresAt).toBe(session.refreshTokenExpiresAt);
    await registry.api.ok(operations.me, { token: third.accessToken });
  });

  test("an answer lost on the way: the same token works again for ten seconds", async () => {
    const { session } = await register(registry);
    await refresh(session.refreshToken);
    const again = await refresh(session.refreshToken);
    await refresh(again.refreshToken);
  });

  test("SESSION_ENDED: an old token ends every session of the account, and says so once", async () => {
    const events = await registry.collect([accountsTopic], [...registryEvents]);
    const { session, accountId, body } = await register(registry);
    const elsewhere = await registry.api.ok(operations.signIn, { body: { email: body.email, password } });
    const second = await refresh(session.refreshToken);
    registry.clock.aheadMs = 11_000;
    expect(await refreshRefused(session.refreshToken)).toMatchObject({ status: 401, code: "SESSION_ENDED" });
    expect((await refreshRefused(session.refreshToken)).code).toBe("SESSION_ENDED");
    expect((await refreshRefused(second.refreshToken)).code).toBe("SESSION_ENDED");
    expect((await refreshRefused(elsewhere.refreshToken)).code).toBe("SESSION_ENDED");
    await events.awaitEvent(sessionsEnded, { accountId, epoch: 1, reason: "refreshTokenReused" });
    await signInAs(registry, { email: body.email, password });
    const ended = events.all().filter(({ type, subject }) => type === sessionsEnded.type && subject === accountId);
    expect(new Set(ended.map(({ seq }) => seq)).size).toBe(1);
    await events.stop();
  });

  test("the same token four times at once: every answer is a session, and one of them goes on", async () => {
    const { session } = await register(registry);
    const answers = await Promise.all(Array.from({ length: 4 }, () => refresh(session.refreshToken)));
    const hashes = answers.map(({ refreshToken }) => hashOfSecret(refreshToken.split(".")[1] ?? ""));
    const family = await registry.deps.families.get(session.refreshToken.split(".")[0] ?? "");
    const current = answers[hashes.indexOf(family?.currentHash ?? "")];
    await refresh(current?.refreshToken ?? "");
  });

  test("SESSION_ENDED: after its days, made up, or somebody else's family with another secret", async () => {
    const { session } = await register(registry);
    const madeUp = `${crypto.randomUUID()}.${session.refreshToken.split(".")[1]}`;
    expect((await refreshRefused(madeUp)).code).toBe("SESSION_ENDED");
    registry.clock.aheadMs = 30 * 86_400_000;
    expect((await refreshRefused(session.refreshToken)).code).toBe("SESSION_ENDED");
  });
});

describe("ending sessions", () => {
  test("signOut ends this session only", async () => {
    const { session, body } = await register(registry);
    const elsewhere = await registry.api.ok(operations.signIn, { body: { email: body.email, password } });
    await registry.api.ok(operations.signOut, { body: { refreshToken: session.refreshToken } });
    expect((await refreshRefused(session.refreshToken)).code).toBe("SESSION_ENDED");
    await refresh(elsewhere.refreshToken);
  });

  test("signOutEverywhere ends all and tells the system; a new sign-in carries the new epoch", async () => {
    const events = await registry.collect([accountsTopic], [...registryEvents]);
    const { session, token, accountId, body } = await register(registry);
    await registry.api.ok(operations.signOutEverywhere, { token });
    expect((await refreshRefused(session.refreshToken)).code).toBe("SESSION_ENDED");
    await events.awaitEvent(sessionsEnded, { accountId, epoch: 1, reason: "signedOutEverywhere" });
    const accessToken = await signInAs(registry, { email: body.email, password });
    const payload = JSON.parse(Buffer.from(accessToken.split(".")[1] ?? "", "base64url").toString());
    expect(payload.epoch).toBe(1);
    await events.stop();
  });

  test("changePassword: the others end, this one goes on, the old password is gone", async () => {
    const { session, token, body } = await register(registry);
    const newPassword = "three-looms-and-a-harbour";
    const change = (currentPassword: string) => ({ token, body: { currentPassword, newPassword } });
    expect((await registry.api.refused(operations.changePassword, change("wrong-password"))).code).toBe("CREDENTIALS_WRONG");
    const changed = await registry.api.ok(operations.changePassword, change(password));
    await refresh(changed.refreshToken);
    expect((await refreshRefused(session.refreshToken)).code).toBe("SESSION_ENDED");
    expect((await signInRefused(body.email, password)).code).toBe("CREDENTIALS_WRONG");
    await signInAs(registry, { email: body.email, password: newPassword });
  });
});

describe("me", () => {
  test("an account that is gone, or a token of another system", async () => {
    const token = await registry.tokens.sign({ accountId: newId(), operator: true, grants: [] });
    expect(await registry.api.refused(operations.me, { token })).toMatchObject({ status: 401, code: "SIGN_IN_NEEDED" });
  });

  test("the operator made from configuration signs in, also through a second start with another password", async () => {
    const token = await signInAs(registry, operator);
    expect(await registry.api.ok(operations.me, { token })).toMatchObject({ operator: true, email: operator.email });
    const renewed = { ...operator, password: "keeper-of-the-bridge-2" };
    const again = () => ensureOperator(registry.deps, renewed, new Date().toISOString(), { correlationId: newId() });
    await again();
    await again();
    await signInAs(registry, renewed);
    const { body } = await register(registry);
    const taken = { email: body.email, password };
    const refused = ensureOperator(registry.deps, taken, new Date().toISOString(), { correlationId: newId() });
    await expect(refused).rejects.toThrow("somebody else");
  });
});

test("two registries that start at once on an empty database sign with one key", async () => {
  const database = `keys_${newId().replaceAll("-", "")}`.slice(0, 38);
  const connection = await connectMongo({ url: process.env.MONGO_URL ?? "", database });
  const stored = createStoredKeys(connection);
  await stored.ready();
  const options = { accessTokenSeconds: 300, rotateAfterDays: 30 };
  const replicas = [createSigning(stored, options), createSigning(stored, options)];
  const now = new Date().toISOString();
  await Promise.all(replicas.map((signing) => signing.refresh(now)));
  const kids = replicas.map((signing) => signing.publicKeys(now).map(({ kid }) => kid));
  expect(kids[0]).toHaveLength(1);
  expect(kids[1]).toEqual(kids[0]);
  await connection.dropDatabase();
  await connection.close();
});
