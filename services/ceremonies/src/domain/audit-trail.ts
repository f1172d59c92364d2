import { digestOf } from "./canonical-json.ts";

/** One step of what happened, chained to the one before. */
export interface AuditEntry {
  /** 0, 1, 2, ... */
  readonly index: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The fact's type, for example `ceremonies.signature-recorded.v1`. */
  readonly what: string;
  /** SHA-256 of the fact's data in canonical JSON. */
  readonly dataDigest: string;
  /** Hash of the entry before; 64 zeros for the first. */
  readonly prevHash: string;
  /** SHA-256 of this entry without `hash`, in canonical JSON. */
  readonly hash: string;
}

export const BEGINNING = "0".repeat(64);

export const headOf = (trail: readonly AuditEntry[]): string => trail.at(-1)?.hash ?? BEGINNING;

/** The trail with one more fact at its end. */
export function appendEntry(
  trail: readonly AuditEntry[],
  fact: { readonly type: string; readonly data: unknown },
  at: string,
): AuditEntry[] {
  const unsealed = { index: trail.length, at, what: fact.type, dataDigest: digestOf(fact.data), prevHash: headOf(trail) };
  return [...trail, { ...unsealed, hash: digestOf(unsealed) }];
}

export type TrailVerdict =
  | { readonly intact: true; readonly head: string }
  | { readonly intact: false; readonly firstBroken: number };

/** Recomputes the chain. `firstBroken` is the index of the first entry that does not follow from what stands before it. */
export function verifyTrail(trail: readonly AuditEntry[]): TrailVerdict {
  let head = BEGINNING;
  for (const [index, entry] of trail.entries()) {
    const { hash, ...unsealed } = entry;
    if (entry.index !== index || entry.prevHash !== head || digestOf(unsealed) !== hash)
      return { intact: false, firstBroken: index };
    head = hash;
  }
  return { intact: true, head };
}
