/** All refresh tokens that follow from one sign-in. Only hashes are kept. */
export interface SessionFamily {
  readonly id: string;
  readonly accountId: string;
  /** The account's `sessionsEpoch` at sign-in. */
  readonly epoch: number;
  readonly currentHash: string;
  readonly previousHash?: string | undefined;
  readonly rotatedAt: string;
  readonly expiresAt: string;
  readonly endedAt?: string | undefined;
}

/** A phone that lost the answer in a hall's Wi-Fi tries again with the token it still has. */
export const GRACE_SECONDS = 10;

export type Presented =
  /** The current token, or the one before it within the grace: exchange it. */
  | "good"
  /** A token that was exchanged long ago: it was copied, or its successor was. */
  | "reused"
  | "ended";

export function judgeRefreshToken(family: SessionFamily, hash: string, now: string): Presented {
  if (family.endedAt !== undefined || now >= family.expiresAt) return "ended";
  if (hash === family.currentHash) return "good";
  const graceEnds = Date.parse(family.rotatedAt) + GRACE_SECONDS * 1_000;
  return hash === family.previousHash && Date.parse(now) <= graceEnds ? "good" : "reused";
}

/**
 * The family after the exchange. Within the grace the unseen successor is replaced and the previous token stays the
 * previous one; should a thief hold that successor, its next use ends everything.
 */
export const rotated = (family: SessionFamily, hash: string, successorHash: string, now: string): SessionFamily => ({
  ...family,
  currentHash: successorHash,
  previousHash: hash,
  rotatedAt: hash === family.currentHash ? now : family.rotatedAt,
});
