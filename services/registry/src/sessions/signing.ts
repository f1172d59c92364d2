import { ACCESS_TOKEN_ALGORITHM, ACCESS_TOKEN_AUDIENCE, ACCESS_TOKEN_ISSUER } from "@rialto/contracts/kernel/access-token";
import {
  type CryptoKey,
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTVerifyGetKey,
  SignJWT,
} from "jose";
import type { ExistingAccount } from "../domain/account.ts";
import { keyInUse, keysToPublish, rotationDue } from "../domain/signing-keys.ts";
import type { StoredKey, StoredKeys } from "../store/signing-keys.ts";

export interface Signing {
  /** Reads the keys again, makes the first one, and the next one when it is due. */
  refresh(now: string): Promise<void>;
  /** An access token and when it ends, ISO 8601. */
  accessToken(account: ExistingAccount, now: string): Promise<{ token: string; expiresAt: string }>;
  publicKeys(now: string): PublicKey[];
  /** Verifies the registry's own tokens without asking itself over HTTP. */
  readonly verifyingKeys: JWTVerifyGetKey;
}

export interface PublicKey {
  kty: "OKP";
  crv: "Ed25519";
  x: string;
  kid: string;
  alg: "EdDSA";
  use: "sig";
}

const publicPart = ({ kid, privateJwk }: StoredKey): PublicKey => ({
  kty: "OKP",
  crv: "Ed25519",
  x: privateJwk.x ?? "",
  kid,
  alg: "EdDSA",
  use: "sig",
});

async function newKey(generation: number, now: string): Promise<StoredKey> {
  const { privateKey } = await generateKeyPair(ACCESS_TOKEN_ALGORITHM, { extractable: true, crv: "Ed25519" });
  const privateJwk = await exportJWK(privateKey);
  return { kid: await calculateJwkThumbprint(privateJwk), generation, createdAt: now, privateJwk };
}

const imported = async (jwk: JWK): Promise<CryptoKey> => (await importJWK(jwk, ACCESS_TOKEN_ALGORITHM)) as CryptoKey;

const grantsOf = ({ grants }: ExistingAccount) => grants.map(({ grantedAt: _, ...grant }) => grant);

/** Signs with the key in use; several replicas share the keys through the database. */
export function createSigning(stored: StoredKeys, options: { accessTokenSeconds: number; rotateAfterDays: number }): Signing {
  let keys: readonly StoredKey[] = [];
  const privateKeys = new Map<string, CryptoKey>();

  const privateKeyOf = async ({ kid, privateJwk }: StoredKey) => {
    const key = privateKeys.get(kid) ?? (await imported(privateJwk));
    privateKeys.set(kid, key);
    return key;
  };
  const claimsOf = (account: ExistingAccount) => ({
    operator: account.operator,
    epoch: account.sessionsEpoch,
    grants: grantsOf(account),
  });

  return {
    async refresh(now) {
      keys = await stored.all();
      if (!rotationDue(keys, options.rotateAfterDays, now)) return;
      const generation = Math.max(0, ...keys.map((key) => key.generation)) + 1;
      await stored.add(await newKey(generation, now));
      keys = await stored.all();
    },
    async accessToken(account, now) {
      const key = keyInUse(keys, now);
      if (key === undefined) throw new Error("signing before the keys were read");
      const issuedAt = Math.floor(Date.parse(now) / 1_000);
      const endsAt = issuedAt + options.accessTokenSeconds;
      const token = await new SignJWT(claimsOf(account))
        .setProtectedHeader({ alg: ACCESS_TOKEN_ALGORITHM, kid: key.kid })
        .setIssuer(ACCESS_TOKEN_ISSUER)
        .setAudience(ACCESS_TOKEN_AUDIENCE)
        .setSubject(account.id)
        .setIssuedAt(issuedAt)
        .setExpirationTime(endsAt)
        .sign(await privateKeyOf(key));
      return { token, expiresAt: new Date(endsAt * 1_000).toISOString() };
    },
    publicKeys: (now) => keysToPublish(keys, now).map(publicPart),
    verifyingKeys: (header, token) => createLocalJWKSet({ keys: keys.map(publicPart) })(header, token),
  };
}
