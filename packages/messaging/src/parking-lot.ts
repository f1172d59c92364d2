/** A message that a handler could not take, exactly as it arrived. */
export interface ParkedMessage {
  /** `<handler>/<topic>/<partition>/<offset>`: parking twice is parking once. */
  readonly id: string;
  readonly handler: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  /** Kafka key, the aggregate's id; messages without one get the key `""`. */
  readonly key: string;
  /** Original value and headers, byte for byte. */
  readonly value: Uint8Array | null;
  readonly headers: Readonly<Record<string, Uint8Array | readonly Uint8Array[] | undefined>>;
  /** Stable code: `UNREADABLE`, `BEHIND_PARKED`, a refusal's code or the error's class. */
  readonly reason: string;
  readonly attempts: number;
  /** ISO 8601, UTC. */
  readonly parkedAt: string;
}

export interface ParkedKey {
  readonly handler: string;
  readonly topic: string;
  readonly key: string;
  readonly count: number;
  readonly reason: string;
  readonly oldestParkedAt: string;
  readonly replayRequested: boolean;
}

/**
 * Where messages wait that a handler could not take. While a key is parked for a handler, later messages of that key are
 * parked behind it for that handler; other keys and other handlers flow on.
 */
export interface ParkingLot {
  /** Durable when it resolves. */
  park(message: ParkedMessage): Promise<void>;
  isParked(handler: string, topic: string, key: string): Promise<boolean>;
  /** Keys with parked messages, oldest first. */
  keys(): Promise<readonly ParkedKey[]>;
  /** The messages of one key in the order of their offsets. */
  messages(handler: string, topic: string, key: string): Promise<readonly ParkedMessage[]>;
  /** An operator's decision: the consumer that owns the partition takes them again, in order. Resolves when noted. */
  requestReplay(handler: string, topic: string, key: string): Promise<void>;
  /** Ends a replay attempt that failed again: the key stays parked, waiting for the operator. */
  withdrawReplay(handler: string, topic: string, key: string): Promise<void>;
  /** Removes one message: it was replayed, or an operator dropped it. */
  remove(id: string): Promise<void>;
}
