import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import type { Account, AccountEvent } from "./account.ts";
import { passwordSet } from "./private-events.ts";

export interface AcceptInvitation {
  readonly tokenHash: string;
  readonly passwordHash: string;
  readonly now: string;
}

export function acceptInvitation(command: AcceptInvitation, state: Account): AccountEvent[] {
  const { tokenHash, passwordHash, now } = command;
  if (state.status !== "invited") throw refuseInRegistry("INVITATION_NOT_VALID");
  const { invitation } = state;
  if (invitation.tokenHash !== tokenHash || now >= invitation.expiresAt) throw refuseInRegistry("INVITATION_NOT_VALID");
  return [passwordSet.draft({ accountId: state.id, passwordHash, setAt: now })];
}
