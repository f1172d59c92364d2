import { describe, expect, test } from "vitest";
import { react } from "../bus.ts";
import { eventually, givenBus } from "./given-bus.ts";
import { type BusWorld, eventOf, eventsOf, manyKeys, numbers } from "./world.ts";

export function flowConformance(makeWorld: () => Promise<BusWorld>): void {
  describe("flow", () => {
    test("events of a key arrive in the order in which they were published", async () => {
      const { bus, counted, ledger, consumeCounted } = await givenBus(makeWorld);
      const keys = manyKeys(10);
      await consumeCounted(({ data }) => ledger.note(data));
      await Promise.all(numbers(1, 30).map((n) => bus.publish(keys.map((key) => eventOf(counted, key, n)))));
      await eventually(() => ledger.total(), 300);
      for (const key of keys) expect(ledger.of(key)).toEqual(numbers(1, 30));
    });

    test("a new group starts at the beginning of the log", async () => {
      const { bus, counted, ledger, consumeCounted } = await givenBus(makeWorld);
      await bus.publish(eventsOf(counted, "a", 1, 5));
      await consumeCounted(({ data }) => ledger.note(data));
      await eventually(() => ledger.of("a"), numbers(1, 5));
    });

    test("the envelope arrives as it was sent", async () => {
      const { bus, counted, consumeCounted } = await givenBus(makeWorld);
      const sent = {
        ...eventOf(counted, "石狮/é", 1),
        causationId: "cause-1",
        actorId: "actor-1",
        traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
      };
      const arrived: unknown[] = [];
      await consumeCounted((envelope) => void arrived.push(envelope));
      await bus.publish([sent]);
      await eventually(() => arrived, [sent]);
    });

    test("types that nobody reacts to are passed over", async () => {
      const { bus, counted, other, ledger, consumeCounted } = await givenBus(makeWorld);
      await consumeCounted(({ data }) => ledger.note(data));
      await bus.publish([eventOf(other, "a", 1), eventOf(counted, "a", 2), eventOf(other, "a", 3), eventOf(counted, "a", 4)]);
      await eventually(() => ledger.of("a"), [2, 4]);
    });

    test("every group gets every event", async () => {
      const { bus, counted, ledger, lot, consumeCounted } = await givenBus(makeWorld);
      const elsewhere: number[] = [];
      await consumeCounted(({ data }) => ledger.note(data));
      const reaction = react(counted, "conformance.elsewhere", async ({ data }) => void elsewhere.push(data.n));
      await bus.consume({ group: `${counted.topic.name}.elsewhere`, reactions: [reaction], parkingLot: lot });
      await bus.publish(eventsOf(counted, "a", 1, 3));
      await eventually(() => [ledger.of("a"), elsewhere], [numbers(1, 3), numbers(1, 3)]);
    });

    test("a consumer that has stopped is followed by one that goes on where it ended", async () => {
      const { bus, counted, ledger, consumeCounted } = await givenBus(makeWorld);
      const before = await consumeCounted(({ data }) => ledger.note(data));
      await bus.publish(eventsOf(counted, "a", 1, 5));
      await eventually(() => ledger.of("a"), numbers(1, 5));
      await before.stop();
      await bus.publish(eventsOf(counted, "a", 6, 8));
      await consumeCounted(({ data }) => ledger.note(data));
      await eventually(() => ledger.of("a"), numbers(1, 8));
    });

    test("stop finishes the event in hand", async () => {
      const { bus, counted, consumeCounted } = await givenBus(makeWorld);
      const entered = Promise.withResolvers<void>();
      const mayEnd = Promise.withResolvers<void>();
      const finished: number[] = [];
      const consumption = await consumeCounted(async ({ data }) => {
        entered.resolve();
        await mayEnd.promise;
        finished.push(data.n);
      });
      await bus.publish(eventsOf(counted, "a", 1, 3));
      await entered.promise;
      const stopping = consumption.stop();
      mayEnd.resolve();
      await stopping;
      expect(finished).toEqual([1]);
    });

    test("long work is told that the consumer stops, and its event comes again", async () => {
      const { bus, counted, ledger, parked, consumeCounted } = await givenBus(makeWorld);
      const entered = Promise.withResolvers<void>();
      const consumption = await consumeCounted(async (_event, { signal }) => {
        entered.resolve();
        await new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new Error("told to end"))));
      });
      await bus.publish(eventsOf(counted, "a", 1, 2));
      await entered.promise;
      await consumption.stop();
      await consumeCounted(({ data }) => ledger.note(data));
      await eventually(() => ledger.of("a"), [1, 2]);
      expect(await parked("a")).toEqual([]);
    });

    test("health: consuming after it has joined", async () => {
      const { consumeCounted } = await givenBus(makeWorld);
      const consumption = await consumeCounted(() => undefined);
      await eventually(() => consumption.health(), { consuming: true });
      await consumption.stop();
      expect(consumption.health().consuming).toBe(false);
    });

    test("an event that nobody has declared is not published", async () => {
      const { bus, counted } = await givenBus(makeWorld);
      const undeclared = { ...eventOf(counted, "a", 1), type: "conformance.undeclared.v1" };
      await expect(bus.publish([undeclared])).rejects.toThrow("conformance.undeclared.v1");
    });
  });
}
