import { newId } from "@rialto/contracts/kernel/ids";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { createVerifyToken } from "./auth.ts";
import { buildPrincipal } from "./testing/principals.ts";
import { createTestTokens, type TestTokens } from "./testing/tokens.ts";

const now = new Date("2026-09-01T10:00:00Z");
let clock: string;
let tokens: TestTokens;
beforeAll(async () => {
  tokens = await createTestTokens();
});

const verifier = () => {
  clock = now.toISOString();
  return createVerifyToken(tokens.keys, () => clock);
};

const refused = (reason: string) => expect.objectContaining({ code: "SIGN_IN_NEEDED", details: { reason } });

describe("an access token", () => {
  test("says who calls, what they may do, its epoch and its end", async () => {
    const principal = buildPrincipal({ grants: [{ fairId: newId(), role: "buyer", organizationId: newId() }] });
    const claims = await verifier()(await tokens.sign(principal, { at: now, epoch: 3 }));
    expect(claims).toMatchObject({ sub: principal.accountId, operator: false, grants: principal.grants, epoch: 3 });
    expect(claims.exp).toBe(now.getTime() / 1000 + 600);
  });

  test("is remembered, but not beyond its end", async () => {
    const verify = verifier();
    const token = await tokens.sign(buildPrincipal(), { at: now, expiresInSeconds: 60 });
    await verify(token);
    clock = "2026-09-01T10:00:59Z";
    await verify(token);
    clock = "2026-09-01T10:01:00Z";
    await expect(verify(token)).rejects.toEqual(refused("expired"));
  });

  test("of another key, of another algorithm, without a signature, for another audience is refused", async () => {
    const verify = verifier();
    const stranger = await createTestTokens();
    await expect(verify(await stranger.sign(buildPrincipal(), { at: now }))).rejects.toEqual(refused("invalid"));

    const shared = new SignJWT({ operator: true, grants: [], epoch: 0 }).setSubject(newId()).setIssuer("rialto").setIssuedAt();
    const symmetric = await shared
      .setAudience("rialto")
      .setExpirationTime("1h")
      .setProtectedHeader({ alg: "HS256", kid: "test" })
      .sign(new TextEncoder().encode(JSON.stringify(tokens.jwks.keys[0])));
    await expect(verify(symmetric)).rejects.toEqual(refused("invalid"));

    const [, payload] = (await tokens.sign(buildPrincipal({ operator: true }), { at: now })).split(".");
    const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`;
    await expect(verify(none)).rejects.toEqual(refused("invalid"));
  });

  test("with a claim of the wrong kind is refused", async () => {
    const { privateKey, publicKey } = await generateKeyPair("EdDSA", { extractable: true });
    const jwk = await exportJWK(publicKey);
    const verify = createVerifyToken(
      async () => ({ ...jwk, alg: "EdDSA" }),
      () => now.toISOString(),
    );
    const token = await new SignJWT({ operator: "yes", grants: [], epoch: 0 })
      .setProtectedHeader({ alg: "EdDSA" })
      .setIssuer("rialto")
      .setAudience("rialto")
      .setSubject(newId())
      .setIssuedAt(now)
      .setExpirationTime(new Date(now.getTime() + 60_000))
      .sign(privateKey);
    await expect(verify(token)).rejects.toEqual(refused("invalid"));
  });

  test("SERVICE_BUSY: the keys cannot be had", async () => {
    const verify = createVerifyToken(
      () => Promise.reject(new TypeError("fetch failed")),
      () => now.toISOString(),
    );
    await expect(verify(await tokens.sign(buildPrincipal(), { at: now }))).rejects.toMatchObject({ code: "SERVICE_BUSY" });
  });
});
