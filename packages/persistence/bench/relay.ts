import { randomUUID } from "node:crypto";
import type { Envelope } from "@rialto/contracts/kernel/event";
import type { Bus } from "@rialto/messaging/bus";
import type { Connection } from "mongoose";
import { createRelay } from "../src/relay.ts";
import { createStore } from "../src/store.ts";
import { type Booth, boothsDeclaration, hold, noBooth, someCause } from "../test/booths.ts";
import { ms, percentile, printTable, timed } from "./figures.ts";

type Publisher = Pick<Bus, "publish">;

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** From the moment a write is acknowledged to the moment the bus has acknowledged its event. */
async function measure(connection: Connection, name: string, bus: Publisher) {
  const store = createStore(connection, { ...boothsDeclaration, name, evolve: (): Booth => noBooth });
  await store.ready();
  const writtenAt = new Map<string, number>();
  const delays: number[] = [];
  store.onWritten(({ events }) => {
    for (const event of events) writtenAt.set(event.id, performance.now());
  });
  const publish = async (envelopes: readonly Envelope[]) => {
    await bus.publish(envelopes);
    for (const { id } of envelopes) delays.push(performance.now() - (writtenAt.get(id) ?? Number.NaN));
  };
  const relay = createRelay({ stores: [store], bus: { publish }, logger: silent });
  relay.start();
  const ids = Array.from({ length: 500 }, () => randomUUID());
  const update = (n: number) => {
    const id = ids[n % ids.length] as string;
    return store.update(id, () => [hold(id, "o")], someCause());
  };
  return { relay, delays, update };
}

/** One event every 10 ms for 5 s: what a person waits for. Then as many as it takes, 64 updates at a time. */
async function benchOne(connection: Connection, label: string, bus: Publisher): Promise<(string | number)[][]> {
  const { relay, delays, update } = await measure(connection, `relayed_${label.replaceAll(" ", "_")}`, bus);
  await timed(1_000, 8, update);
  await relay.idle();
  delays.length = 0;
  for (let n = 0; n < 500; n++) await Promise.all([update(n), new Promise((resolve) => setTimeout(resolve, 10))]);
  await relay.idle();
  const calm = [label, "100/s", "", ms(percentile(delays, 0.5)), ms(percentile(delays, 0.99))];
  delays.length = 0;
  const begun = performance.now();
  await timed(8_000, 64, update);
  await relay.idle();
  const perSecond = Math.round(8_000 / ((performance.now() - begun) / 1_000));
  const full = [label, "64 at a time", perSecond, ms(percentile(delays, 0.5)), ms(percentile(delays, 0.99))];
  await relay.stop();
  return [calm, full];
}

export async function benchRelay(connection: Connection, buses: Readonly<Record<string, Publisher>>): Promise<void> {
  const rows: (string | number)[][] = [["bus", "load", "events/s, written and published", "p50 ms", "p99 ms"]];
  for (const [label, bus] of Object.entries(buses)) rows.push(...(await benchOne(connection, label, bus)));
  printTable("Write acknowledged to event published", rows);
}
