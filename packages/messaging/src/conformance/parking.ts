import { Refusal } from "@rialto/contracts/kernel/refusal";
import { describe, expect, test } from "vitest";
import { react } from "../bus.ts";
import { eventually, givenBus } from "./given-bus.ts";
import { type BusWorld, encoded, eventOf, eventsOf, manyKeys, numbers } from "./world.ts";

const refusal = () => new Refusal("BOOTH_TAKEN", { status: 409, title: { en: "Taken", zh: "已被占用" } });
const asObject = (headers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Buffer.from(value as Uint8Array).toString("hex")]));

export function parkingConformance(makeWorld: () => Promise<BusWorld>): void {
  describe("parking", () => {
    test("poison is parked with its original bytes, its reason and its position", async () => {
      const { world, topic, lot, handler, parked, consumeCounted } = await givenBus(makeWorld);
      const headers = { ce_type: Buffer.from(`${topic.name}.counted.v1`), strange: Buffer.from([0, 255, 128]) };
      const value = Buffer.from([123, 0, 255, 254, 10]);
      await consumeCounted(() => undefined);
      await world.append(topic, { key: Buffer.from("a"), value, headers });
      await eventually(() => parked("a"), ["UNREADABLE"]);
      const [message] = await lot.messages(handler, topic.name, "a");
      expect(Buffer.from(message?.value ?? []).equals(value)).toBe(true);
      expect(asObject(message?.headers ?? {})).toEqual(asObject(headers));
      expect(message).toMatchObject({ handler, topic: topic.name, key: "a", offset: "0", reason: "UNREADABLE", attempts: 1 });
      expect(message?.id).toBe(`${handler}/${topic.name}/${message?.partition}/0`);
    });

    test("a message that names no type is kept too", async () => {
      const { world, topic, bus, counted, ledger, parked, consumeCounted } = await givenBus(makeWorld);
      await consumeCounted(({ data }) => ledger.note(data));
      await world.append(topic, { key: null, value: Buffer.from("?"), headers: {} });
      await bus.publish([eventOf(counted, "a", 1)]);
      await eventually(() => parked(""), ["UNREADABLE"]);
      await eventually(() => ledger.of("a"), [1]);
    });

    test("BOOTH_TAKEN: a refusal parks its event, later events of that key go behind it, other keys flow on", async () => {
      const { bus, counted, ledger, parked, consumeCounted } = await givenBus(makeWorld);
      const keys = ["a", ...manyKeys(9)];
      await consumeCounted(({ data }) => {
        if (data.id === "a" && data.n === 2) throw refusal();
        ledger.note(data);
      });
      await bus.publish(numbers(1, 4).flatMap((n) => keys.map((key) => eventOf(counted, key, n))));
      await eventually(() => parked("a"), ["BOOTH_TAKEN", "BEHIND_PARKED", "BEHIND_PARKED"]);
      await eventually(
        () => keys.slice(1).map((key) => ledger.of(key)),
        keys.slice(1).map(() => numbers(1, 4)),
      );
      expect(ledger.of("a")).toEqual([1]);
    });

    test("a replay takes them in order; events that come meanwhile follow; then the key flows again", async () => {
      const { bus, counted, ledger, lot, replay, parked, consumeCounted } = await givenBus(makeWorld);
      let mended = false;
      const entered = Promise.withResolvers<void>();
      const mayGoOn = Promise.withResolvers<void>();
      await consumeCounted(async ({ data }) => {
        if (data.n === 1 && !mended) throw refusal();
        if (data.n === 1) {
          entered.resolve();
          await mayGoOn.promise;
        }
        ledger.note(data);
      });
      await bus.publish(eventsOf(counted, "a", 1, 3));
      await eventually(async () => (await parked("a")).length, 3);
      mended = true;
      await replay("a");
      await entered.promise;
      await bus.publish(eventsOf(counted, "a", 4, 5));
      mayGoOn.resolve();
      await eventually(() => ledger.of("a"), numbers(1, 5));
      await eventually(() => lot.keys(), []);
      await bus.publish([eventOf(counted, "a", 6)]);
      await eventually(() => ledger.of("a"), numbers(1, 6));
      expect(await lot.keys()).toEqual([]);
    });

    test("a replay that fails again hands the key back to the operator", async () => {
      const { bus, counted, ledger, lot, replay, parked, consumeCounted } = await givenBus(makeWorld);
      let attempts = 0;
      await consumeCounted(({ data }) => {
        attempts += 1;
        if (data.id === "a") throw refusal();
        ledger.note(data);
      });
      await bus.publish(eventsOf(counted, "a", 1, 2));
      await eventually(async () => (await parked("a")).length, 2);
      await replay("a");
      await eventually(async () => [attempts, (await lot.keys())[0]?.replayRequested], [2, false]);
      expect(await parked("a")).toEqual(["BOOTH_TAKEN", "BEHIND_PARKED"]);
    });

    test("a replay that meets transient trouble is tried again", async () => {
      const { bus, counted, ledger, replay, parked, consumeCounted } = await givenBus(makeWorld);
      let attempts = 0;
      await consumeCounted(({ data }) => {
        attempts += 1;
        if (attempts === 1) throw refusal();
        if (attempts === 2) throw Object.assign(new Error("away"), { transient: true });
        ledger.note(data);
      });
      await bus.publish(eventsOf(counted, "a", 1, 2));
      await eventually(async () => (await parked("a")).length, 2);
      await replay("a");
      await eventually(() => ledger.of("a"), [1, 2]);
      await eventually(() => parked("a"), []);
    });

    test("when an operator drops what is parked, later events of the key flow", async () => {
      const { bus, counted, ledger, lot, handler, topic, parked, consumeCounted } = await givenBus(makeWorld);
      await consumeCounted(({ data }) => {
        if (data.n === 1) throw refusal();
        ledger.note(data);
      });
      await bus.publish(eventsOf(counted, "a", 1, 2));
      await eventually(async () => (await parked("a")).length, 2);
      for (const { id } of await lot.messages(handler, topic.name, "a")) await lot.remove(id);
      await bus.publish(eventsOf(counted, "a", 3, 4));
      await eventually(() => ledger.of("a"), [3, 4]);
      expect(await lot.keys()).toEqual([]);
    });

    test("the next consumer knows what the last one has parked", async () => {
      const { bus, counted, ledger, parked, consumeCounted, open } = await givenBus(makeWorld);
      const before = await consumeCounted(() => {
        throw refusal();
      });
      await bus.publish([eventOf(counted, "a", 1)]);
      await eventually(() => parked("a"), ["BOOTH_TAKEN"]);
      await before.stop();
      await consumeCounted(({ data }) => ledger.note(data), await open());
      await bus.publish([eventOf(counted, "a", 2), eventOf(counted, "b", 1)]);
      await eventually(() => parked("a"), ["BOOTH_TAKEN", "BEHIND_PARKED"]);
      await eventually(() => ledger.of("b"), [1]);
      expect(ledger.of("a")).toEqual([]);
    });

    test("reactions that share a name are parked together, so that their order is kept", async () => {
      const { bus, counted, other, ledger, replay, parked, handler, consume } = await givenBus(makeWorld);
      let mended = false;
      await consume([
        react(counted, handler, async ({ data }) => {
          if (!mended) throw refusal();
          ledger.note(data);
        }),
        react(other, handler, async ({ data }) => ledger.note(data)),
      ]);
      await bus.publish([eventOf(counted, "a", 1), eventOf(other, "a", 2), eventOf(counted, "a", 3), eventOf(other, "b", 1)]);
      await eventually(() => parked("a"), ["BOOTH_TAKEN", "BEHIND_PARKED", "BEHIND_PARKED"]);
      await eventually(() => ledger.of("b"), [1]);
      mended = true;
      await replay("a");
      await eventually(() => ledger.of("a"), [1, 2, 3]);
    });

    test("what cannot be parked waits where it is", async () => {
      const { world, topic, bus, counted, ledger, lot, parked, consumeCounted } = await givenBus(makeWorld, 1);
      const { park } = lot;
      let refusals = 2;
      lot.park = async (message) => {
        refusals -= 1;
        if (refusals >= 0) throw new TypeError("the lot is broken");
        await park(message);
      };
      await consumeCounted(({ data }) => ledger.note(data));
      await world.append(topic, { ...encoded(counted, "a", 1), value: Buffer.from("{") });
      await bus.publish([eventOf(counted, "b", 1)]);
      await eventually(() => ledger.of("b"), [1]);
      expect([refusals, await parked("a")]).toEqual([-1, ["UNREADABLE"]]);
    });
  });
}
