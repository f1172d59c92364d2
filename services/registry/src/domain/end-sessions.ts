import { sessionsEnded } from "@rialto/contracts/registry/events";
import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import type { Account, AccountEvent } from "./account.ts";

export interface EndSessions {
  readonly reason: "signedOutEverywhere" | "refreshTokenReused";
  /** The epoch of the session that gave rise to this; when it has already ended there is nothing more to end. */
  readonly epoch?: number;
  readonly now: string;
}

export function endSessions({ reason, epoch, now }: EndSessions, state: Account): AccountEvent[] {
  if (state.status === "none") throw refuseInRegistry("ACCOUNT_NOT_FOUND");
  if (epoch !== undefined && epoch < state.sessionsEpoch) return [];
  return [sessionsEnded.draft({ accountId: state.id, epoch: state.sessionsEpoch + 1, reason, endedAt: now })];
}
