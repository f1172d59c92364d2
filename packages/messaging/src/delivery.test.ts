import { describe, expect, test } from "vitest";
import { react } from "./bus.ts";
import { encoded, inventEvents } from "./conformance/world.ts";
import { createDelivery, type DeliveryReport } from "./delivery.ts";
import { createInMemoryParkingLot } from "./in-memory-parking-lot.ts";
import { silentLogger } from "./logger.ts";
import type { RawMessage } from "./raw-message.ts";

const { topic, counted } = inventEvents();
const tenure = { signal: new AbortController().signal, heartbeat: async () => undefined };
const message = (n: number): RawMessage => ({ topic: topic.name, partition: 0, offset: String(n), ...encoded(counted, "a", n) });

const given = (handlers: Record<string, () => Promise<void>>, observe?: (report: DeliveryReport) => void) => {
  const parkingLot = createInMemoryParkingLot();
  const reactions = Object.entries(handlers).map(([name, handle]) => react(counted, name, handle));
  const delivery = createDelivery({
    reactions,
    parkingLot,
    logger: silentLogger,
    random: () => 1,
    ...(observe ? { observe } : {}),
  });
  return { delivery, parkingLot };
};

describe("createDelivery", () => {
  test("a handler that is done is not called again while another one retries", async () => {
    const calls = { well: 0, troubled: 0 };
    const { delivery } = given({
      well: async () => {
        calls.well += 1;
      },
      troubled: async () => {
        calls.troubled += 1;
        if (calls.troubled < 3) throw Object.assign(new Error("away"), { transient: true });
      },
    });
    expect(await delivery.deliver(message(1), tenure)).toEqual({ kind: "retry", inMs: 50, handler: "troubled", reason: "Error" });
    expect(await delivery.deliver(message(1), tenure)).toMatchObject({ kind: "retry", inMs: 100 });
    expect(await delivery.deliver(message(1), tenure)).toEqual({ kind: "done" });
    expect(calls).toEqual({ well: 1, troubled: 3 });
  });

  test("attempts are counted per message", async () => {
    const { delivery, parkingLot } = given({
      h: async () => {
        throw new TypeError("always");
      },
    });
    const kinds: string[] = [];
    for (let n = 0; n < 3; n += 1) kinds.push((await delivery.deliver(message(1), tenure)).kind);
    expect(kinds).toEqual(["retry", "retry", "done"]);
    expect(await parkingLot.messages("h", topic.name, "a")).toMatchObject([{ attempts: 3, reason: "TypeError" }]);
  });

  test("an interrupted handler has not failed, however often it happens", async () => {
    const controller = new AbortController();
    controller.abort();
    const { delivery, parkingLot } = given({
      h: async () => {
        throw new TypeError("because it was told to end");
      },
    });
    for (let n = 0; n < 10; n += 1) {
      expect(await delivery.deliver(message(1), { ...tenure, signal: controller.signal })).toEqual({ kind: "interrupted" });
    }
    expect(await parkingLot.keys()).toEqual([]);
  });

  test("reports each attempt with ids and durations, never with content", async () => {
    const reports: DeliveryReport[] = [];
    const { delivery } = given({ h: async () => undefined }, (report) => reports.push(report));
    await delivery.deliver(message(1), tenure);
    expect(reports).toEqual([
      {
        handler: "h",
        position: { topic: topic.name, partition: 0, offset: "1" },
        outcome: "handled",
        attempt: 1,
        milliseconds: expect.any(Number),
        eventId: expect.any(String),
        correlationId: "conformance",
        type: counted.type,
      },
    ]);
  });

  test("a broken metric is not a failed handler", async () => {
    const { delivery, parkingLot } = given({ h: async () => undefined }, () => {
      throw new TypeError("broken metric");
    });
    expect(await delivery.deliver(message(1), tenure)).toEqual({ kind: "done" });
    expect(await parkingLot.keys()).toEqual([]);
  });
});
