import type { AnyEventDefinition, Draft, Envelope } from "@rialto/contracts/kernel/event";
import type { Model } from "mongoose";

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

/** The document as MongoDB holds it; named queries and indexes use these paths, for example `state.fairId`. */
export interface AggregateDocument<State> {
  _id: string;
  version: number;
  /** Number of public events ever written. */
  seq: number;
  state: State;
  pending: Envelope[];
  handled: { key: string; fingerprint: string; version: number; state: State }[];
}

export interface StoreIndex {
  readonly name: string;
  readonly fields: Readonly<Record<string, 1 | -1>>;
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

/**
 * Aggregates of one kind, one document each. `update` loads, decides, folds and writes state, version and pending events
 * in one conditional single-document update; a stale version is decided again, since decisions are pure.
 * Throws what `decide` throws; `UniqueConflict` when a unique index other than `_id` refuses the write;
 * `IdempotencyKeyReused` when the key came before with another fingerprint.
 */
export interface Store<State, Event extends Draft> {
  readonly name: string;
  readonly model: Model<AggregateDocument<State>>;
  load(id: string): Promise<Stored<State>>;
  update(id: string, decide: (state: State) => readonly Event[], cause: Cause): Promise<Written<State>>;
  /** Builds the indexes; must resolve before the first request is served. */
  ready(): Promise<void>;
}
