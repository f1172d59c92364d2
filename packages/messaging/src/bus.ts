import type { Envelope, EnvelopeOf, EventDefinition, Topic } from "@rialto/contracts/kernel/event";
import type { ParkingLot } from "./parking-lot.ts";

/** Where a message lies in the log; offsets are decimal strings because they exceed 2^53. */
export interface Position {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/** What a handler may use beside the event. */
export interface DeliveryContext {
  readonly position: Position;
  /** Call it inside work that takes longer than a few seconds, or the group gives the partition to somebody else. */
  heartbeat(): Promise<void>;
  /** Aborted when the consumer stops or loses the partition: long work should end. */
  readonly signal: AbortSignal;
}

/** One sentence: when this event happened, do that. The name is stable; parked events refer to it. */
export interface Reaction {
  readonly name: string;
  readonly definition: EventDefinition;
  readonly handle: (envelope: Envelope<string, never>, context: DeliveryContext) => Promise<void>;
}

/** `react(boothAssigned, "matchmaking.note-location", async ({ data }) => ...)`. Delivered twice, it must decide once. */
export const react = <Definition extends EventDefinition>(
  definition: Definition,
  name: string,
  handle: (envelope: EnvelopeOf<Definition>, context: DeliveryContext) => Promise<void>,
): Reaction => ({ name, definition, handle: handle as Reaction["handle"] });

export interface ConsumeOptions {
  /** Consumer group; every replica of a service uses the same. A new group starts at the beginning of the log. */
  readonly group: string;
  readonly reactions: readonly Reaction[];
  readonly parkingLot: ParkingLot;
}

/** Whether events are really flowing to this process, and why not. */
export type ConsumptionHealth = { readonly consuming: true } | { readonly consuming: false; readonly reason: string };

export interface Consumption {
  /** Joined the group and the last heartbeat is fresh. */
  health(): ConsumptionHealth;
  /** Finishes the event in hand, commits and leaves the group. */
  stop(): Promise<void>;
}

export interface TailedRecord {
  readonly position: Position;
  readonly envelope: Envelope;
}

export interface TailOptions {
  /** Several topics share one consumer: an idle consumer is not free. */
  readonly topics: readonly Topic[];
  readonly definitions: readonly EventDefinition[];
  /** First offset to read of a partition, given the log's bounds (`end` is the next offset to be written). */
  readonly from: (topic: string, partition: number, bounds: { readonly start: string; readonly end: string }) => string;
  /** Called with records of one partition in order. Records that cannot be read are logged and skipped. */
  readonly handle: (records: readonly TailedRecord[]) => Promise<void>;
}

/** Every process that tails a topic sees all of it; nothing is committed. Resolves once the end of the log at start-up has been reached. */
export interface Tail {
  health(): ConsumptionHealth;
  stop(): Promise<void>;
}

/**
 * The bus: publish, consume, tail. Promises per key: order is kept, a message may repeat, none is lost once `publish`
 * has resolved. Every failed delivery has one of three fates (see `fate.ts`): duplicate, poison, transient.
 */
export interface Bus {
  /** Sends in the given order and resolves when all are stored (acks by all in-sync replicas). Rejects: unknown, send again. */
  publish(envelopes: readonly Envelope[]): Promise<void>;
  consume(options: ConsumeOptions): Promise<Consumption>;
  tail(options: TailOptions): Promise<Tail>;
  close(): Promise<void>;
}
