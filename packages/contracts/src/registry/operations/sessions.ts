import { z } from "zod";
import { AccountId, FairId, OrganizationId, RepresentativeId } from "../../kernel/ids.ts";
import { defineOperation, only } from "../../kernel/operation.ts";
import { anyone, signedIn } from "../../kernel/policy.ts";
import { FairRole, Instant, LocalizedName } from "../../kernel/values.ts";
import { registryRefusals } from "../refusals.ts";
import { Email, OrganizationStatus, Password, RefreshToken, Session, UiLanguage } from "../shapes.ts";
import * as example from "./examples.ts";

const refreshBody = z.strictObject({ refreshToken: RefreshToken });
const exampleRefreshBody = { refreshToken: example.exampleSession.refreshToken };

export const signIn = defineOperation({
  id: "signIn",
  context: "registry",
  method: "post",
  path: "/sessions",
  summary: "Sign in with e-mail and password. Unknown address and wrong password get the same answer after the same time",
  policy: anyone,
  body: z.strictObject({ email: Email, password: z.string().min(1).max(128) }),
  result: Session,
  status: 201,
  refusals: only(registryRefusals, "CREDENTIALS_WRONG", "TOO_MANY_SIGN_INS"),
  example: {
    body: { email: "lin.yue@lanhai.example", password: "salt-bridge-42-lanterns" },
    result: example.exampleSession,
  },
});

export const refreshSession = defineOperation({
  id: "refreshSession",
  context: "registry",
  method: "post",
  path: "/sessions/refresh",
  summary: "Exchange a refresh token for new tokens. Each works once; an old one ends every session of the account",
  policy: anyone,
  body: refreshBody,
  result: Session,
  refusals: only(registryRefusals, "SESSION_ENDED"),
  example: { body: exampleRefreshBody, result: example.exampleSession },
});

export const signOut = defineOperation({
  id: "signOut",
  context: "registry",
  method: "post",
  path: "/sessions/end",
  summary: "End this session; its access token runs out within five minutes",
  policy: anyone,
  body: refreshBody,
  result: z.object({ endedAt: Instant }),
  example: { body: exampleRefreshBody, result: { endedAt: "2026-08-01T03:00:00.000Z" } },
});

export const signOutEverywhere = defineOperation({
  id: "signOutEverywhere",
  context: "registry",
  method: "post",
  path: "/sessions/end-all",
  summary: "End every session of one's account",
  policy: signedIn,
  result: z.object({ endedAt: Instant }),
  refusals: only(registryRefusals, "ACCOUNT_NOT_FOUND"),
  example: { result: { endedAt: "2026-08-01T03:00:00.000Z" } },
});

export const changePassword = defineOperation({
  id: "changePassword",
  context: "registry",
  method: "put",
  path: "/me/password",
  summary: "Choose a new password; every other session ends and this one goes on with the tokens in the answer",
  policy: signedIn,
  body: z.strictObject({ currentPassword: z.string().min(1).max(128), newPassword: Password }),
  result: Session,
  refusals: only(registryRefusals, "CREDENTIALS_WRONG", "PASSWORD_TOO_EASY", "TOO_MANY_SIGN_INS", "ACCOUNT_NOT_FOUND"),
  example: {
    body: { currentPassword: "salt-bridge-42-lanterns", newPassword: "three-looms-and-a-harbour" },
    result: example.exampleSession,
  },
  perMinute: 10,
});

export const me = defineOperation({
  id: "me",
  context: "registry",
  method: "get",
  path: "/me",
  summary: "Who is signed in, and what this person may do at which fair",
  policy: signedIn,
  result: z.object({
    accountId: AccountId,
    version: z.int().positive(),
    email: Email,
    name: LocalizedName,
    language: UiLanguage,
    operator: z.boolean(),
    grants: z
      .array(
        z.object({
          fairId: FairId,
          fairName: LocalizedName.optional(),
          role: FairRole,
          organizationId: OrganizationId.optional(),
          organizationName: LocalizedName.optional(),
          organizationStatus: OrganizationStatus.optional(),
          representativeId: RepresentativeId.optional(),
        }),
      )
      .max(64),
  }),
  refusals: only(registryRefusals, "ACCOUNT_NOT_FOUND"),
  example: {
    result: {
      accountId: example.accountId,
      version: 4,
      email: "lin.yue@lanhai.example",
      name: example.representativeProfile.name,
      language: "zh",
      operator: false,
      grants: [
        {
          fairId: example.fairId,
          fairName: { zh: "中国（石狮）电商大会暨全球跨境商家资源对接会" },
          role: "exhibitor",
          organizationId: example.organizationId,
          organizationName: example.profile.name,
          organizationStatus: "verified",
          representativeId: example.representativeId,
        },
      ],
    },
  },
});

export const publishedKeys = defineOperation({
  id: "publishedKeys",
  context: "registry",
  method: "get",
  path: "/.well-known/jwks.json",
  summary: "The public keys that access tokens are verified with (RFC 7517, RFC 8037)",
  policy: anyone,
  result: z.object({
    keys: z
      .array(
        z.object({
          kty: z.literal("OKP"),
          crv: z.literal("Ed25519"),
          x: z.string(),
          kid: z.string(),
          alg: z.literal("EdDSA"),
          use: z.literal("sig"),
        }),
      )
      .max(20),
  }),
  example: {
    result: {
      keys: [
        {
          kty: "OKP",
          crv: "Ed25519",
          x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
          kid: "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
          alg: "EdDSA",
          use: "sig",
        },
      ],
    },
  },
});
