// A consumer as a process of its own: prints each event it has handled, one line of JSON each. Killed from outside.
import { writeSync } from "node:fs";
import { react } from "../src/bus.ts";
import { createInMemoryParkingLot } from "../src/in-memory-parking-lot.ts";
import { createKafkaBus } from "../src/kafka-bus.ts";
import { silentLogger } from "../src/logger.ts";
import { sleep } from "../src/sleep.ts";
import { countedEvent } from "./counted-event.ts";

const [topicName, group, sessionMs] = process.argv.slice(2) as [string, string, string];
const counted = countedEvent(topicName);
const bus = await createKafkaBus({
  brokers: (process.env.KAFKA_BROKERS ?? "").split(","),
  clientId: "child",
  logger: silentLogger,
  events: [counted],
  sessionTimeoutMs: Number(sessionMs),
  onFatal: () => process.exit(1),
});
const handle = async ({ data }: { data: { id: string; n: number } }) => {
  await sleep(2);
  // Synchronously, so that what is printed has happened even if the next instruction is SIGKILL.
  writeSync(1, `${JSON.stringify(data)}\n`);
};
await bus.consume({ group, parkingLot: createInMemoryParkingLot(), reactions: [react(counted, "child.count", handle)] });
writeSync(1, '{"ready":true}\n');
