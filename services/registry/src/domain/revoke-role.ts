import type { Grant } from "@rialto/contracts/kernel/policy";
import { roleRevoked, sessionsEnded } from "@rialto/contracts/registry/events";
import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import { type Account, type AccountEvent, sameRole } from "./account.ts";

export interface RevokeRole {
  readonly grant: Pick<Grant, "fairId" | "role" | "organizationId">;
  readonly now: string;
}

/** Tokens that still carry the role would open doors for five minutes more, so the sessions end with it. */
export function revokeRole({ grant, now }: RevokeRole, state: Account): AccountEvent[] {
  if (state.status === "none") throw refuseInRegistry("ACCOUNT_NOT_FOUND");
  const held = state.grants.find((one) => sameRole(one, grant));
  if (held === undefined) return [];
  const { grantedAt: _, ...role } = held;
  return [
    roleRevoked.draft({ accountId: state.id, ...role, revokedAt: now }),
    sessionsEnded.draft({ accountId: state.id, epoch: state.sessionsEpoch + 1, reason: "roleRevoked", endedAt: now }),
  ];
}
