import type { Position } from "./bus.ts";

/** Header values as they lie in the log; a name may occur several times. */
export type RawHeaders = Readonly<Record<string, Uint8Array | readonly Uint8Array[] | undefined>>;

/** A message before anybody has tried to understand it. */
export interface RawMessage extends Position {
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers: RawHeaders;
}

/** The key as text; messages without one share the key `""`. */
export const keyOf = (raw: RawMessage): string => (raw.key === null ? "" : Buffer.from(raw.key).toString("utf8"));

export const positionOf = ({ topic, partition, offset }: Position): Position => ({ topic, partition, offset });
