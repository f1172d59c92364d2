// Connects bare kafkajs clients, counts the timers they arm while idle, prints the count per client and second.
import kafkajs from "kafkajs";
import { stopIdleTimers } from "../src/kafka-timers.ts";
import { sleep } from "../src/sleep.ts";

const [mode, brokers] = process.argv.slice(2) as [string, string];
if (mode === "stopped" && !stopIdleTimers()) throw new Error("the override does not fit this kafkajs");

const kafka = new kafkajs.Kafka({ brokers: brokers.split(","), logLevel: kafkajs.logLevel.NOTHING });
const producers = Array.from({ length: 4 }, () => kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner }));
await Promise.all(producers.map((producer) => producer.connect()));

let armed = 0;
const { setTimeout: original } = globalThis;
globalThis.setTimeout = Object.assign((...args: Parameters<typeof original>) => {
  armed += 1;
  return original(...args);
}, original);
const cpu = process.cpuUsage();
const startedAt = performance.now();
await sleep(2_000);
const seconds = (performance.now() - startedAt) / 1_000;
const { user, system } = process.cpuUsage(cpu);
process.stdout.write(
  JSON.stringify({ timers: armed / seconds / producers.length, cpuPercent: (user + system) / seconds / 10_000 }),
);
await Promise.all(producers.map((producer) => producer.disconnect()));
