import type { Server as HttpServer } from "node:http";
import { events, topics } from "@rialto/contracts/event-catalog";
import { notificationsTopic } from "@rialto/contracts/gateway/events";
import type { Envelope, EnvelopeOf } from "@rialto/contracts/kernel/event";
import { sessionsEnded } from "@rialto/contracts/registry/events";
import type { Bus, Tail, TailedRecord } from "@rialto/messaging/bus";
import type { VerifyToken } from "@rialto/service-kit/auth";
import type { Worker } from "@rialto/service-kit/define-service";
import type { Logger } from "@rialto/service-kit/logger";
import { changesOf } from "../domain/changes.ts";
import type { Inbox } from "../store/inbox.ts";
import type { Positions } from "../store/positions.ts";
import type { Streams } from "../store/streams.ts";
import { createLiveServer, type LiveServer } from "./live-server.ts";
import { createNotificationFeed, type NotificationFeed, REMEMBERED_PER_PARTITION } from "./notification-feed.ts";
import { createSessions } from "./sessions.ts";

export interface ReplicaDeps {
  readonly bus: Bus;
  readonly inbox: Inbox;
  readonly positions: Positions;
  readonly streams: Streams;
  readonly verifyToken: VerifyToken;
  readonly logger: Logger;
  readonly handshakesPerSecond: number;
}

/** Access tokens live for minutes: of ended sessions only the recent ones can still matter. */
const SESSIONS_READ_BACK = 20_000;

const readBack = (topic: string) => {
  if (topic === notificationsTopic.name) return REMEMBERED_PER_PARTITION;
  return topic === sessionsEnded.topic.name ? SESSIONS_READ_BACK : 0;
};

const max = (a: bigint, b: bigint) => (a > b ? a : b);

/**
 * One replica of the live side: reads every topic from its end (and a little back), passes notifications to the sessions it
 * holds and changes to the rooms. `start` before the port opens, `attach` with the HTTP server.
 */
export function createReplica(deps: ReplicaDeps) {
  const sessions = createSessions();
  let live: LiveServer | undefined;
  let tail: Tail | undefined;
  let feed: NotificationFeed | undefined;
  let epoch: number | undefined;
  const epochKnown = Promise.withResolvers<number>();
  /** Notifications read before the epoch is known. */
  let early: TailedRecord[] | undefined = [];

  const takeNotifications = (records: readonly TailedRecord[]) => {
    if (early !== undefined) return void early.push(...records);
    for (const { recipientId, notification } of feed?.take(records) ?? []) sessions.deliver(recipientId, notification);
  };

  const takeEvent = (event: Envelope) => {
    if (event.type === sessionsEnded.type) endSessions(event as EnvelopeOf<typeof sessionsEnded>);
    if (live !== undefined) for (const change of changesOf(event)) live.changed(change);
  };
  const endSessions = ({ data }: EnvelopeOf<typeof sessionsEnded>) => sessions.endBefore(data.accountId, data.epoch);

  const start = async () => {
    const logEnds = new Map<number, string>();
    tail = await deps.bus.tail({
      topics,
      definitions: events,
      from(topic, partition, { start: first, end }) {
        if (topic === notificationsTopic.name) logEnds.set(partition, end);
        return String(max(BigInt(first), BigInt(end) - BigInt(readBack(topic))));
      },
      async handle(records) {
        if (records[0]?.position.topic === notificationsTopic.name) takeNotifications(records);
        else for (const { envelope } of records) takeEvent(envelope);
      },
    });
    ({ epoch } = await deps.positions.reconcile(logEnds));
    feed = createNotificationFeed(epoch);
    epochKnown.resolve(epoch);
    const waiting = early ?? [];
    early = undefined;
    feed.take(waiting);
  };

  const worker: Worker = {
    name: "live",
    start,
    async stop() {
      await live?.stop();
      await tail?.stop();
    },
    ask() {
      const health = tail?.health() ?? { consuming: false, reason: "not started" };
      return health.consuming ? undefined : health.reason;
    },
  };

  const known = (): number => {
    if (epoch === undefined) throw new Error("the replica has not started");
    return epoch;
  };

  return {
    worker,
    /** Known once the worker has started, and the port opens after that. */
    epoch: known,
    /** For consumers, which begin before the workers do. */
    epochKnown: epochKnown.promise,
    attach(server: HttpServer): void {
      live = createLiveServer({
        ...deps,
        server,
        sessions,
        get epoch() {
          return known();
        },
        get feed() {
          if (feed === undefined) throw new Error("the replica has not started");
          return feed;
        },
      });
    },
    /** The last offset of each partition of the notifications log that was pushed. */
    passed: () => feed?.position() ?? new Map<number, string>(),
    connections: () => live?.connections() ?? 0,
  };
}
