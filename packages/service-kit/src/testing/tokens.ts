import { ACCESS_TOKEN_ALGORITHM, ACCESS_TOKEN_AUDIENCE, ACCESS_TOKEN_ISSUER } from "@rialto/contracts/kernel/access-token";
import type { Principal } from "@rialto/contracts/kernel/policy";
import { createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet, type JWTVerifyGetKey, SignJWT } from "jose";

export interface TokenOptions {
  /** May be negative. */
  readonly expiresInSeconds?: number;
  readonly epoch?: number;
  readonly at?: Date;
}

export interface TestTokens {
  readonly jwks: JSONWebKeySet;
  /** What `createVerifyToken` and `startService` take instead of the registry's address. */
  readonly keys: JWTVerifyGetKey;
  /** A token as the registry would sign it. */
  sign(principal: Principal, options?: TokenOptions): Promise<string>;
}

/** A registry's signing side for tests: keys of its own, any principal. */
export async function createTestTokens(kid = "test"): Promise<TestTokens> {
  const { publicKey, privateKey } = await generateKeyPair(ACCESS_TOKEN_ALGORITHM, { extractable: true });
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: ACCESS_TOKEN_ALGORITHM, use: "sig" }] };
  return {
    jwks,
    keys: createLocalJWKSet(jwks),
    sign({ accountId, operator, grants }, { expiresInSeconds = 600, epoch = 0, at = new Date() } = {}) {
      const issuedAt = Math.floor(at.getTime() / 1000);
      return new SignJWT({ operator, grants, epoch })
        .setProtectedHeader({ alg: ACCESS_TOKEN_ALGORITHM, kid })
        .setIssuer(ACCESS_TOKEN_ISSUER)
        .setAudience(ACCESS_TOKEN_AUDIENCE)
        .setSubject(accountId)
        .setIssuedAt(Math.min(issuedAt, issuedAt + expiresInSeconds))
        .setExpirationTime(issuedAt + expiresInSeconds)
        .sign(privateKey);
    },
  };
}
