import { randomUUID } from "node:crypto";
import type { EnvelopeOf } from "@rialto/contracts/kernel/event";
import { expect, onTestFinished } from "vitest";
import { type Consumption, type DeliveryContext, type Reaction, react } from "../bus.ts";
import { createInMemoryParkingLot } from "../in-memory-parking-lot.ts";
import type { ParkingLot } from "../parking-lot.ts";
import { type BusProcess, type BusWorld, type CountedEvent, createLedger, inventEvents } from "./world.ts";

type Counted = EnvelopeOf<CountedEvent>;
export type Handle = (envelope: Counted, context: DeliveryContext) => Promise<void> | void;

/** A world with one topic, one process, one parking lot and one group; what tests need beyond that, they open. */
export async function givenBus(makeWorld: () => Promise<BusWorld>, partitions = 3) {
  const world = await makeWorld();
  onTestFinished(() => world.close());
  const events = inventEvents(partitions);
  await world.ensureTopics([events.topic]);
  const first = await world.open(events.all);
  const lot = createInMemoryParkingLot();
  const group = `group-${randomUUID().slice(0, 8)}`;
  const handler = "conformance.count";

  const consume = (reactions: readonly Reaction[], at: BusProcess = first): Promise<Consumption> =>
    at.bus.consume({ group, reactions, parkingLot: lot });
  const consumeCounted = (handle: Handle, at?: BusProcess) =>
    consume([react(events.counted, handler, async (envelope, context) => handle(envelope, context))], at);
  const replay = (key: string) => lot.requestReplay(handler, events.topic.name, key);
  const parked = async (key: string, of = handler) =>
    (await lot.messages(of, events.topic.name, key)).map(({ reason }) => reason);

  return {
    ...events,
    world,
    first,
    bus: first.bus,
    open: () => world.open(events.all),
    lot: lot as ParkingLot,
    ledger: createLedger(),
    group,
    handler,
    consume,
    consumeCounted,
    replay,
    parked,
  };
}

/** Waits until a fact holds; says what it was instead when it does not come true. */
export const eventually = <Fact>(fact: () => Fact | Promise<Fact>, expected: Fact, timeoutMs = 30_000): Promise<void> =>
  expect.poll(fact, { timeout: timeoutMs, interval: 10 }).toEqual(expected) as Promise<void>;
