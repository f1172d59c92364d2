import { sessionsEnded } from "@rialto/contracts/registry/events";
import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import type { Account, AccountEvent } from "./account.ts";
import { passwordSet } from "./private-events.ts";

export interface ChangePassword {
  /** The hash that the current password was proved against; another one by now means that somebody was faster. */
  readonly provedAgainst: string;
  readonly passwordHash: string;
  readonly now: string;
}

export function changePassword({ provedAgainst, passwordHash, now }: ChangePassword, state: Account): AccountEvent[] {
  if (state.status !== "open") throw refuseInRegistry("ACCOUNT_NOT_FOUND");
  if (state.passwordHash !== provedAgainst) throw refuseInRegistry("CREDENTIALS_WRONG");
  return [
    passwordSet.draft({ accountId: state.id, passwordHash, setAt: now }),
    sessionsEnded.draft({ accountId: state.id, epoch: state.sessionsEpoch + 1, reason: "passwordChanged", endedAt: now }),
  ];
}
