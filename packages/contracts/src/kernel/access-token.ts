import { z } from "zod";
import type { Grant, Principal } from "./policy.ts";
import { FairRole } from "./values.ts";

export const ACCESS_TOKEN_ISSUER = "rialto";
export const ACCESS_TOKEN_AUDIENCE = "rialto";
/** Ed25519, RFC 8037. Nothing else is accepted. */
export const ACCESS_TOKEN_ALGORITHM = "EdDSA";

const GrantClaim = z.object({
  fairId: z.uuid(),
  role: FairRole,
  organizationId: z.uuid().optional(),
  representativeId: z.uuid().optional(),
});

/** What an access token says. The registry signs it, every service reads it. Times are seconds since 1970. */
export const AccessTokenClaims = z.object({
  iss: z.literal(ACCESS_TOKEN_ISSUER),
  aud: z.literal(ACCESS_TOKEN_AUDIENCE),
  /** The account. */
  sub: z.uuid(),
  operator: z.boolean(),
  /** The account's count of "all sessions ended" when the token was issued; `registry.sessions-ended` names the lowest still valid. */
  epoch: z.int().nonnegative(),
  /** Bounded because the token travels in a header of every request. */
  grants: z.array(GrantClaim).max(64),
  iat: z.int().nonnegative(),
  exp: z.int().nonnegative(),
});
export type AccessTokenClaims = z.output<typeof AccessTokenClaims>;

const toGrant = ({ fairId, role, organizationId, representativeId }: z.output<typeof GrantClaim>): Grant => ({
  fairId,
  role,
  ...(organizationId === undefined ? {} : { organizationId }),
  ...(representativeId === undefined ? {} : { representativeId }),
});

/** Who the token speaks for. */
export const toPrincipal = ({ sub, operator, grants }: AccessTokenClaims): Principal => ({
  accountId: sub,
  operator,
  grants: grants.map(toGrant),
});
