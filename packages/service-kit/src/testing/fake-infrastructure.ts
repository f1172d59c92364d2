import { createInMemoryParkingLot } from "@rialto/messaging/in-memory-parking-lot";
import { createMemoryBus, type MemoryBus } from "@rialto/messaging/memory-bus";
import type { ParkingLot } from "@rialto/messaging/parking-lot";
import type { Relay } from "@rialto/persistence/relay.types";
import type { ConnectInfrastructure, Connection, Infrastructure } from "../infrastructure.ts";

export interface FakeInfrastructure {
  readonly connect: ConnectInfrastructure;
  readonly bus: MemoryBus;
  readonly parkingLot: ParkingLot;
  /** What was started and stopped, in order. */
  readonly history: string[];
  /** Says that events can no longer be consumed. */
  fail(error: Error): void;
  /** Makes the readiness check of the database answer this; `undefined`: all is well. */
  sick(reason: string | undefined): void;
}

const noRelay = (history: string[]): Relay => ({
  start: () => void history.push("relay started"),
  nudge: () => {},
  sweep: async () => {},
  idle: async () => {},
  metrics: () => ({ backlogDocuments: 0, backlogEvents: 0, sentEvents: 0, failures: 0, failuresInARow: 0 }),
  stop: async () => void history.push("relay stopped"),
});

/** A database that is not there and a bus in memory: for tests of the kit, which itself stores nothing. */
export function createFakeInfrastructure(): FakeInfrastructure {
  const history: string[] = [];
  const bus = createMemoryBus();
  let reason: string | undefined;
  let fail: (error: Error) => void = () => {};
  const infrastructure: Infrastructure = {
    // Nothing in the kit looks into the connection; a service that does needs a real one.
    connection: {} as Connection,
    bus: {
      ...bus,
      async consume(options) {
        history.push("consumers started");
        const consumption = await bus.consume(options);
        return { ...consumption, stop: () => consumption.stop().then(() => void history.push("consumers stopped")) };
      },
      close: () => bus.close().then(() => void history.push("bus closed")),
    },
    parkingLot: { ...createInMemoryParkingLot(), ready: async () => void history.push("indexes built") },
    checks: [{ name: "database", ask: () => reason }],
    relay: () => noRelay(history),
    closeDatabase: async () => void history.push("database closed"),
  };
  return {
    async connect(options) {
      fail = options.onFatal;
      return infrastructure;
    },
    fail: (error) => fail(error),
    bus,
    parkingLot: infrastructure.parkingLot,
    history,
    sick(next) {
      reason = next;
    },
  };
}
