import type { AnyEventDefinition, Draft, Envelope } from "@rialto/contracts/kernel/event";
import type { Model } from "mongoose";
import type { Outbox } from "./outbox.types.ts";

/** Why a write happens: it goes into every event of that write. */
export interface Cause {
  readonly correlationId: string;
  readonly causationId?: string;
  readonly actorId?: string;
  readonly traceparent?: string;
  /** Present when the caller sent an `Idempotency-Key`: the same key answers with the first result. */
  readonly idempotency?: { readonly key: string; readonly fingerprint: string };
}

export interface Stored<State> {
  readonly id: string;
  /** Number of events folded into the state, private ones included; 0: nothing was ever written. */
  readonly version: number;
  readonly state: State;
}

export interface Written<State> extends Stored<State> {
  /** The public events of this write; empty when the decision had nothing to say or the command was a repeat. */
  readonly events: readonly Envelope[];
  /** True when this Idempotency-Key had already been handled: `state` is the state after the first time. */
  readonly repeated: boolean;
}

/** A command that came with an Idempotency-Key, and the state after it. */
export interface HandledCommand<State> {
  /** The caller's key within the caller's account. */
  key: string;
  fingerprint: string;
  version: number;
  state: State;
}

/** The document as MongoDB holds it; named queries and indexes use these paths, for example `state.fairId`. */
export interface AggregateDocument<State> {
  _id: string;
  version: number;
  /** Number of public events ever written. */
  seq: number;
  state: State;
  /** Public events not yet known to be on the bus, oldest first. */
  pending: Envelope[];
  /** The last 8 commands with an Idempotency-Key. */
  handled: HandledCommand<State>[];
  /** The last 16 writes as `<version after>.<write id>`: whose write it was, when an answer was lost. */
  writes: string[];
}

export interface StoreIndex {
  readonly name: string;
  readonly fields: Readonly<Record<string, 1 | -1>>;
  /** Danger: MongoDB indexes an empty list as one value, so two documents with an empty list conflict; leave them out by `partial`. */
  readonly unique?: boolean;
  readonly partial?: Readonly<Record<string, unknown>>;
}

export interface StoreDeclaration<State, Event extends Draft> {
  /** Collection, plural: `meetings`. */
  readonly name: string;
  /** `/rialto/<context>` becomes the events' source. */
  readonly context: string;
  readonly definitions: readonly AnyEventDefinition[];
  /** The state before anything happened: `{ status: "none" }`. */
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
  readonly indexes?: readonly StoreIndex[];
}

/** A write that is now durable. */
export interface CommittedWrite {
  readonly store: string;
  readonly id: string;
  readonly events: readonly Envelope[];
  /** True when nothing was pending before: then `events` is all that the document has to send. */
  readonly nothingElsePending: boolean;
}

export interface StoreOptions {
  /** ISO 8601, UTC; the events' `time`. */
  readonly clock?: () => string;
  readonly onWritten?: (write: CommittedWrite) => void;
}

/**
 * Aggregates of one kind, one document each. `update` loads, decides, folds and writes state, version and pending events
 * in one conditional single-document update; a stale version is decided again, since decisions are pure.
 * Throws what `decide` throws; `UniqueConflict` when a unique index other than `_id` refuses the write;
 * `IdempotencyKeyReused` when the key came before with another fingerprint; `TooContended` and `OutcomeUnknown`
 * (both `transient`) when the document or the database gave no answer in time.
 */
export interface Store<State, Event extends Draft> {
  readonly name: string;
  readonly model: Model<AggregateDocument<State>>;
  load(id: string): Promise<Stored<State>>;
  update(id: string, decide: (state: State) => readonly Event[], cause: Cause): Promise<Written<State>>;
  /** Builds the indexes; must resolve before the first request is served. `update` waits for it. */
  ready(): Promise<void>;
  /** What the relay sends. */
  readonly outbox: Outbox;
  /** Calls `listener` after each write that has public events, before `update` resolves. */
  onWritten(listener: (write: CommittedWrite) => void): void;
}
