import {
  ACCESS_TOKEN_ALGORITHM,
  ACCESS_TOKEN_AUDIENCE,
  ACCESS_TOKEN_ISSUER,
  AccessTokenClaims,
} from "@rialto/contracts/kernel/access-token";
import { refuseInGeneral } from "@rialto/contracts/kernel/general-refusals";
import { Refusal } from "@rialto/contracts/kernel/refusal";
import { errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { Clock } from "./clock.ts";

/**
 * Reads an access token. Resolves to what it says (`toPrincipal` makes the caller of it); rejects with `SIGN_IN_NEEDED`
 * (`reason`: `expired` or `invalid`) when it does not hold, and with `SERVICE_BUSY` when the keys cannot be had.
 */
export type VerifyToken = (token: string) => Promise<AccessTokenClaims>;

const invalid = () => refuseInGeneral("SIGN_IN_NEEDED", { reason: "invalid" });

/** jose's codes for "the keys did not come", which say nothing about the token. */
const unreachableKeys: readonly string[] = [errors.JWKSTimeout.code, errors.JOSEError.code];

function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof errors.JWTExpired) return refuseInGeneral("SIGN_IN_NEEDED", { reason: "expired" });
  const aboutToken = error instanceof errors.JOSEError && !unreachableKeys.includes(error.code);
  return aboutToken ? invalid() : refuseInGeneral("SERVICE_BUSY");
}

/** Verifying a signature costs about 0.1 ms; people send the same token again and again. Bounded, oldest out first. */
const REMEMBERED_TOKENS = 2_000;

function remember(known: Map<string, AccessTokenClaims>, token: string, claims: AccessTokenClaims): void {
  if (known.size >= REMEMBERED_TOKENS) known.delete(known.keys().next().value ?? "");
  known.set(token, claims);
}

/** Verifies Ed25519 access tokens of the registry (RFC 7519, RFC 8037) with its published keys. */
export function createVerifyToken(keys: JWTVerifyGetKey, clock: Clock): VerifyToken {
  const known = new Map<string, AccessTokenClaims>();
  const verify = async (token: string): Promise<AccessTokenClaims> => {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: [ACCESS_TOKEN_ALGORITHM],
      issuer: ACCESS_TOKEN_ISSUER,
      audience: ACCESS_TOKEN_AUDIENCE,
      requiredClaims: ["sub", "exp", "iat"],
      currentDate: new Date(clock()),
    });
    const claims = AccessTokenClaims.safeParse(payload);
    if (!claims.success) throw invalid();
    return claims.data;
  };
  return async (token) => {
    const remembered = known.get(token);
    if (remembered !== undefined && remembered.exp * 1_000 > Date.parse(clock())) return remembered;
    known.delete(token);
    const fresh = await verify(token).catch((error: unknown) => {
      throw refusalFor(error);
    });
    remember(known, token, fresh);
    return fresh;
  };
}
