import type { Notification } from "@rialto/contracts/gateway/notifications";

/** One connection of a person who is signed in. */
export interface Session {
  readonly accountId: string;
  offer(notification: Notification): void;
  /** The token's epoch; tokens of an earlier one are not valid any more. */
  epoch(): number;
  revoke(): void;
}

export interface Sessions {
  add(session: Session): void;
  remove(session: Session): void;
  /** Hands a notification to every connection of its recipient. */
  deliver(recipientId: string, notification: Notification): void;
  /** All sessions of the account have ended, up to this epoch: its connections are closed, later tokens of old epochs refused. */
  endBefore(accountId: string, epoch: number): void;
  isRevoked(accountId: string, epoch: number): boolean;
}

/** The connections of this replica, by person. */
export function createSessions(): Sessions {
  const byAccount = new Map<string, Set<Session>>();
  const lowestEpoch = new Map<string, number>();

  return {
    add(session) {
      const all = byAccount.get(session.accountId) ?? new Set();
      byAccount.set(session.accountId, all.add(session));
    },
    remove(session) {
      const all = byAccount.get(session.accountId);
      all?.delete(session);
      if (all?.size === 0) byAccount.delete(session.accountId);
    },
    deliver(recipientId, notification) {
      for (const session of byAccount.get(recipientId) ?? []) session.offer(notification);
    },
    endBefore(accountId, epoch) {
      lowestEpoch.set(accountId, Math.max(epoch, lowestEpoch.get(accountId) ?? 0));
      for (const session of [...(byAccount.get(accountId) ?? [])]) if (session.epoch() < epoch) session.revoke();
    },
    isRevoked: (accountId, epoch) => epoch < (lowestEpoch.get(accountId) ?? 0),
  };
}
