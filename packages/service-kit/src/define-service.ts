import type { Server } from "node:http";
import type { Reaction } from "@rialto/messaging/bus";
import type { RelayedStore } from "@rialto/persistence/relay.types";
import type { RequestHandler } from "express";
import type { HelmetOptions } from "helmet";
import type { Check } from "./health.ts";
import type { Route } from "./route.ts";
import type { Schedule } from "./schedule.ts";

/** Something with indexes to build: a store, a projection, a collection of its own. */
export interface Prepared {
  /** Must resolve before the first request is served. */
  ready(): Promise<void>;
}

/** Work that goes on beside requests and reactions, such as tailing a topic into sockets. */
export interface Worker {
  readonly name: string;
  /** Before the port opens; rejects when the service cannot do without it. */
  start(): Promise<void>;
  /** Finishes what it has begun. Called once, before consumers and the bus stop. */
  stop(): Promise<void>;
  /** As `Check.ask`. */
  readonly ask?: Check["ask"];
}

/** Everything a service does, by name: its composition root in one value. */
export interface ServiceParts {
  readonly routes?: readonly Route[];
  readonly reactions?: readonly Reaction[];
  /**
   * Reactions that the others must not wait for, by the name of their lane: each lane is a consumer group of its own,
   * `<service>.<lane>`, because a consumer fetches again only when all that it fetched has been handled.
   * No two may listen to the same topic: a parked message is replayed by whoever owns its partition.
   */
  readonly lanes?: Readonly<Record<string, readonly Reaction[]>>;
  readonly schedules?: readonly Schedule[];
  /** Whose events the relay sends. */
  readonly stores?: readonly (RelayedStore & Prepared)[];
  readonly projections?: readonly Prepared[];
  readonly workers?: readonly Worker[];
  /** Beside those that every service has: database, bus, consumers, relay. */
  readonly checks?: readonly Check[];
  /** Pages, forwarding and other handlers, asked before operations; bodies are unread. */
  readonly handlers?: readonly RequestHandler[];
  /** Security headers; the default fits JSON only. */
  readonly helmet?: Readonly<HelmetOptions>;
  /** The HTTP server before it listens: for sockets. */
  readonly onServer?: (server: Server) => void;
}

export interface ServiceDefinition extends ServiceParts {
  /** The context, which is also the consumer group and the first part of public addresses. */
  readonly name: string;
}

export const defineService = (name: string, parts: ServiceParts): ServiceDefinition => ({ name, ...parts });
