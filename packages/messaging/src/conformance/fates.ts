import { describe, expect, test } from "vitest";
import { react } from "../bus.ts";
import { AlreadyHandled } from "../fate.ts";
import { eventually, givenBus } from "./given-bus.ts";
import { type BusWorld, encoded, eventOf, eventsOf, manyKeys, numbers } from "./world.ts";

class AwayForAWhile extends Error {
  readonly transient = true;
}

export function fateConformance(makeWorld: () => Promise<BusWorld>): void {
  describe("fates", () => {
    test("duplicate: the same message twice arrives twice, and saying so is no failure", async () => {
      const { world, topic, bus, counted, ledger, parked, consumeCounted } = await givenBus(makeWorld);
      const seen: string[] = [];
      await consumeCounted(({ id, data }) => {
        if (seen.includes(id)) throw new AlreadyHandled();
        seen.push(id);
        ledger.note(data);
      });
      const message = encoded(counted, "a", 1);
      await world.append(topic, message);
      await world.append(topic, message);
      await bus.publish([eventOf(counted, "a", 2)]);
      await eventually(() => ledger.of("a"), [1, 2]);
      expect(await parked("a")).toEqual([]);
    });

    test("transient: retried in order, however long it takes, while nothing is parked", async () => {
      const { bus, counted, ledger, parked, consumeCounted } = await givenBus(makeWorld);
      const attempts: number[] = [];
      await consumeCounted(({ data }) => {
        attempts.push(data.n);
        if (data.n === 2 && attempts.length < 6) throw new AwayForAWhile("the database is away");
        ledger.note(data);
      });
      await bus.publish(eventsOf(counted, "a", 1, 4));
      await eventually(() => ledger.of("a"), numbers(1, 4));
      expect(attempts).toEqual([1, 2, 2, 2, 2, 2, 3, 4]);
      expect(await parked("a")).toEqual([]);
    });

    test("transient: other partitions flow on meanwhile", async () => {
      const { bus, counted, ledger, consumeCounted } = await givenBus(makeWorld);
      const keys = manyKeys(20);
      let healed = false;
      await consumeCounted(({ data }) => {
        if (data.id === "key-0" && !healed) throw new AwayForAWhile("the database is away");
        ledger.note(data);
      });
      await bus.publish([eventOf(counted, "key-0", 1)]);
      await bus.publish(keys.map((key) => eventOf(counted, key, 2)));
      await eventually(() => ledger.total() > 3, true);
      await bus.publish(keys.map((key) => eventOf(counted, key, 3)));
      await eventually(() => keys.filter((key) => ledger.of(key).includes(3)).length > 3, true);
      expect(ledger.of("key-0")).toEqual([]);
      healed = true;
      await eventually(
        () => keys.map((key) => ledger.of(key).at(-1)),
        keys.map(() => 3),
      );
      expect(ledger.of("key-0")).toEqual([1, 2, 3]);
    });

    test("transient: an idle parking lot that is away holds events back and loses none", async () => {
      const { bus, counted, ledger, lot, consumeCounted } = await givenBus(makeWorld);
      const { keys } = lot;
      let away = 3;
      lot.keys = async () => {
        away -= 1;
        if (away > 0) throw new AwayForAWhile("the lot is away");
        return keys();
      };
      await consumeCounted(({ data }) => ledger.note(data));
      await bus.publish(eventsOf(counted, "a", 1, 3));
      await eventually(() => ledger.of("a"), numbers(1, 3));
    });

    test("poison: a mistake in a handler gets a few attempts, then its event is parked and the consumer lives on", async () => {
      const { bus, counted, ledger, parked, consumeCounted } = await givenBus(makeWorld);
      const mistakes = new Map([TypeError, RangeError, ReferenceError, SyntaxError].map((Mistake) => [Mistake.name, Mistake]));
      await bus.publish([...mistakes.keys()].map((key) => eventOf(counted, key, 1)));
      await bus.publish(eventsOf(counted, "healthy", 1, 3));
      await consumeCounted(({ data }) => {
        const Mistake = mistakes.get(data.id);
        ledger.note(data);
        if (Mistake) throw new Mistake("a mistake");
      });
      await eventually(
        () => Promise.all([...mistakes.keys()].map((key) => parked(key))),
        [...mistakes.keys()].map((key) => [key]),
      );
      await eventually(() => ledger.of("healthy"), numbers(1, 3));
      expect(ledger.of("TypeError").length).toBeGreaterThan(1);
      await bus.publish([eventOf(counted, "healthy", 4)]);
      await eventually(() => ledger.of("healthy"), numbers(1, 4));
    });

    test("poison: a decoder that throws TypeError does not stop the consumer", async () => {
      const { bus, cursed, ledger, parked, consume } = await givenBus(makeWorld);
      await consume([react(cursed, "conformance.cursed", async ({ data }) => ledger.note(data))]);
      await bus.publish([eventOf(cursed, "a", -1), eventOf(cursed, "b", 1)]);
      await eventually(() => ledger.of("b"), [1]);
      await eventually(() => parked("a", "conformance.cursed"), ["UNREADABLE"]);
      expect(ledger.of("a")).toEqual([]);
    });

    test("one handler's trouble is not another's", async () => {
      const { bus, counted, ledger, parked, consume } = await givenBus(makeWorld);
      await consume([
        react(counted, "conformance.broken", async () => {
          throw new TypeError("always");
        }),
        react(counted, "conformance.well", async ({ data }) => ledger.note(data)),
      ]);
      await bus.publish(eventsOf(counted, "a", 1, 3));
      await eventually(() => ledger.of("a"), numbers(1, 3));
      await eventually(() => parked("a", "conformance.broken"), ["TypeError", "BEHIND_PARKED", "BEHIND_PARKED"]);
      expect(await parked("a", "conformance.well")).toEqual([]);
    });
  });
}
