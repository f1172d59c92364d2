import { createHmac, generateKeyPairSync } from "node:crypto";
import { newId } from "@rialto/contracts/kernel/ids";
import type { Operation } from "@rialto/contracts/kernel/operation";
import { everyFairRole, type Grant, type Principal } from "@rialto/contracts/kernel/policy";
import type { FairRole } from "@rialto/contracts/kernel/values";
import { createTestTokens } from "@rialto/service-kit/testing/tokens";
import { SignJWT } from "jose";
import type { ServicesTogether } from "./services-together.ts";
import type { World } from "./world.ts";

/** Who calls. `who` is known to the services only through what the token says. */
export interface Caller {
  readonly name: string;
  readonly token: string | undefined;
  readonly who: Principal | undefined;
}

const ofParticipant: Readonly<Record<string, "exhibitor" | "buyer" | "partner">> = {
  exhibitor: "exhibitor",
  buyer: "buyer",
  partner: "partner",
};

function grantAt(world: World, role: FairRole): { grant: Grant; accountId: string } {
  const participant = ofParticipant[role];
  if (participant === undefined) return { grant: { fairId: world.fairId, role }, accountId: newId() };
  const { accountId, organizationId, representativeId } = world[participant];
  return { grant: { fairId: world.fairId, role, organizationId, representativeId }, accountId };
}

async function holding({ tokens }: ServicesTogether, name: string, who: Principal): Promise<Caller> {
  return { name, token: await tokens.sign(who), who };
}

/** Everybody of one fair, by role. */
export const callersOf = (fair: ServicesTogether, world: World, where: string): Promise<Caller[]> =>
  Promise.all(
    everyFairRole.map((role) => {
      const { grant, accountId } = grantAt(world, role);
      return holding(fair, `${role} ${where}`, { accountId, operator: false, grants: [grant] });
    }),
  );

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** What the operator's token says, signed by nobody, or by somebody with the public key, or about somebody else. */
function tampered(genuine: string, { tokens }: ServicesTogether): Record<string, string> {
  const [header = "", payload = "", signature = ""] = genuine.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
  const publicKey = tokens.jwks.keys[0]?.x ?? "";
  const symmetric = `${base64url({ alg: "HS256", kid: "test" })}.${payload}`;
  return {
    "unsigned token": `${base64url({ alg: "none" })}.${payload}.`,
    "token signed with the public key": `${symmetric}.${createHmac("sha256", publicKey).update(symmetric).digest("base64url")}`,
    "token of somebody else's making": `${header}.${base64url({ ...claims, sub: newId() })}.${signature}`,
    "token without a signature": `${header}.${payload}.`,
  };
}

async function misdirected(genuine: Principal): Promise<string> {
  const { privateKey } = generateKeyPairSync("ed25519");
  return new SignJWT({ operator: true, grants: [...genuine.grants], epoch: 0 })
    .setProtectedHeader({ alg: "EdDSA", kid: "test", jwk: { kty: "OKP" } })
    .setIssuer("rialto")
    .setAudience("rialto")
    .setSubject(genuine.accountId)
    .setIssuedAt()
    .setExpirationTime("10m")
    .sign(privateKey);
}

/** Tokens that count for nothing, though all of them claim everything. */
export async function pretenders(fair: ServicesTogether, world: World): Promise<Caller[]> {
  const grants = everyFairRole.map((role) => grantAt(world, role).grant);
  const everything: Principal = { accountId: newId(), operator: true, grants };
  const genuine = await fair.tokens.sign(everything);
  const foreign = await createTestTokens("test");
  const claims: Record<string, string | undefined> = {
    nobody: undefined,
    "malformed token": "not.a.token",
    "expired token": await fair.tokens.sign(everything, { expiresInSeconds: -60 }),
    "token of a foreign key": await foreign.sign(everything),
    "token with a key of its own": await misdirected(everything),
    ...tampered(genuine, fair),
  };
  return Object.entries(claims).map(([name, token]) => ({ name, token, who: undefined }));
}

export const operatorCaller = (fair: ServicesTogether): Promise<Caller> =>
  holding(fair, "operator", { accountId: newId(), operator: true, grants: [] });

/** Somebody who passes the operation's policy at this fair, and for whom things of this fair were made. */
export async function entitled(fair: ServicesTogether, world: World, { policy }: Operation): Promise<string | undefined> {
  switch (policy.kind) {
    case "public":
      return undefined;
    case "operator":
      return (await operatorCaller(fair)).token;
    case "signedIn":
      return world.exhibitor.token;
    case "fair": {
      const role = policy.roles.includes("exhibitor") ? "exhibitor" : policy.roles[0];
      const { grant, accountId } = grantAt(world, role ?? "organizer");
      return fair.tokens.sign({ accountId, operator: false, grants: [grant] });
    }
  }
}
