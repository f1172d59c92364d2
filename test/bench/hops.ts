// Where the time between a command and a socket goes, hop by hop. Listens to the log beside the gateway, which costs a
// little by itself, so the sum is not the figure of live.ts. Needs MONGO_URL and KAFKA_BROKERS.
// npm run bench:hops -w test -- --seconds 20 --rate 100
import { parseArgs } from "node:util";
import { events } from "@rialto/contracts/event-catalog";
import { notificationRaised } from "@rialto/contracts/gateway/events";
import type { Envelope } from "@rialto/contracts/kernel/event";
import { meetingRequested } from "@rialto/contracts/matchmaking/events";
import type { TailedRecord } from "@rialto/messaging/bus";
import { createKafkaBus } from "@rialto/messaging/kafka-bus";
import { kafkaOf } from "../src/fair/forget-fair.ts";
import { openRialto } from "./contenders/rialto.ts";
import { machineLoad, quantile, table } from "./figures.ts";
import { paced } from "./load/paced.ts";

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "20" }, rate: { type: "string", default: "100" } },
});
const [seconds, rate] = [Number(values.seconds), Number(values.rate)];
const WARM_UP_SECONDS = 8;

const servers = { mongoUrl: process.env.MONGO_URL ?? "", kafkaBrokers: process.env.KAFKA_BROKERS ?? "" };
const rialto = await openRialto(servers);
const bus = await createKafkaBus(kafkaOf(rialto.fair.names, servers));

/** `meetingRequested <id>` as the contender names it, from either topic. */
function nameOf({ type, data }: Envelope): string {
  const { meetingId, content } = data as { meetingId?: string; content?: { kind: string; meetingId?: string } };
  if (content !== undefined) return `${content.kind} ${content.meetingId}`;
  return `${type === meetingRequested.type ? "meetingRequested" : "meetingRequestWithdrawn"} ${meetingId}`;
}

const onLog = new Map<string, number>();
const raised = new Map<string, number>();
const tail = (topic: typeof meetingRequested.topic, seen: Map<string, number>) =>
  bus.tail({
    topics: [topic],
    definitions: events,
    from: (_topic, _partition, { end }) => end,
    handle: async (records: readonly TailedRecord[]) => {
      for (const { envelope } of records) seen.set(nameOf(envelope), performance.now());
    },
  });
const tails = [await tail(meetingRequested.topic, onLog), await tail(notificationRaised.topic, raised)];

await paced(rialto, WARM_UP_SECONDS, rate);
const samples = await paced(rialto, seconds, rate);

type Times = {
  readonly sent: number;
  readonly accepted: number;
  readonly log: number;
  readonly raised: number;
  readonly socket: number;
};
const times = samples.flatMap(({ name, sentAt, acceptedAt, arrivedAt }): Times[] => {
  const [log, told] = [onLog.get(name), raised.get(name)];
  if (log === undefined || told === undefined || arrivedAt === undefined) return [];
  return [{ sent: sentAt, accepted: acceptedAt, log, raised: told, socket: arrivedAt }];
});
const hop = (what: string, length: (times: Times) => number) => {
  const all = times.map(length);
  return [what, ...[0.5, 0.9, 0.99].map((share) => quantile(all, share).toFixed(2))];
};
console.log(`${times.length} of ${samples.length} commands at ${rate}/s, ms; ${machineLoad()}`);
console.log(
  table([
    ["hop", "p50", "p90", "p99"],
    hop("request to answer", ({ sent, accepted }) => accepted - sent),
    hop("answer to event on the log", ({ accepted, log }) => log - accepted),
    hop("event to notification on the log", ({ log, raised: told }) => told - log),
    hop("notification to socket", ({ raised: told, socket }) => socket - told),
    hop("request to socket", ({ sent, socket }) => socket - sent),
  ]),
);
for (const one of tails) await one.stop();
await bus.close();
await rialto.stop();
process.exit(0);
