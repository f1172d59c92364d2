import { events, topics } from "@rialto/contracts/event-catalog";
import type { Envelope } from "@rialto/contracts/kernel/event";
import { createKafkaBus } from "@rialto/messaging/kafka-bus";
import { collectEvents } from "@rialto/testing/await-event";
import { kafkaOf } from "./forget-fair.ts";
import type { FairNames, Servers } from "./names.ts";

/** All that the fair's topics hold now, repeats included; in order per key. */
export async function readLog(names: FairNames, servers: Servers): Promise<readonly Envelope[]> {
  const bus = await createKafkaBus(kafkaOf(names, servers));
  try {
    const collected = await collectEvents(bus, topics, events, { from: "start" });
    await collected.stop();
    return collected.all();
  } finally {
    await bus.close();
  }
}
