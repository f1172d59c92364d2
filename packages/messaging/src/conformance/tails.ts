import type { EnvelopeOf } from "@rialto/contracts/kernel/event";
import { describe, expect, test } from "vitest";
import type { TailedRecord } from "../bus.ts";
import { eventually, givenBus } from "./given-bus.ts";
import { type BusWorld, type CountedEvent, eventOf, eventsOf, inventEvents, manyKeys, numbers } from "./world.ts";

const dataOf = ({ envelope }: TailedRecord) => (envelope as EnvelopeOf<CountedEvent>).data;

export function tailConformance(makeWorld: () => Promise<BusWorld>): void {
  describe("tails", () => {
    test("has read to the end of the log when it resolves, and goes on", async () => {
      const { bus, topic, counted, ledger } = await givenBus(makeWorld);
      const keys = manyKeys(6);
      for (const key of keys) await bus.publish(eventsOf(counted, key, 1, 20));
      await bus.tail({
        topics: [topic],
        definitions: [counted],
        from: (_topic, _partition, { start }) => start,
        handle: async (records) => {
          for (const record of records) ledger.note(dataOf(record));
        },
      });
      for (const key of keys) expect(ledger.of(key)).toEqual(numbers(1, 20));
      await bus.publish(keys.map((key) => eventOf(counted, key, 21)));
      await eventually(
        () => keys.map((key) => ledger.of(key).at(-1)),
        keys.map(() => 21),
      );
    });

    test("from the end sees only what is new, from an offset what follows it", async () => {
      const { bus, topic, counted } = await givenBus(makeWorld, 1);
      await bus.publish(eventsOf(counted, "a", 1, 5));
      const fresh: number[] = [];
      const later: string[] = [];
      await bus.tail({
        topics: [topic],
        definitions: [counted],
        from: (_topic, _partition, { end }) => end,
        handle: async (records) => void fresh.push(...records.map((record) => dataOf(record).n)),
      });
      await bus.tail({
        topics: [topic],
        definitions: [counted],
        from: () => "3",
        handle: async (records) => void later.push(...records.map(({ position }) => position.offset)),
      });
      expect(later).toEqual(["3", "4"]);
      await bus.publish([eventOf(counted, "a", 6)]);
      await eventually(() => [fresh, later], [[6], ["3", "4", "5"]]);
    });

    test("several topics at once, each with its own beginning, in every process", async () => {
      const { world, topic, counted, open } = await givenBus(makeWorld);
      const second = inventEvents();
      await world.ensureTopics([second.topic]);
      const publisher = await world.open([counted, second.counted]);
      await publisher.bus.publish([eventOf(counted, "a", 1), eventOf(second.counted, "b", 1)]);
      const processes = [await open(), await open()];
      const seen: string[][] = [];
      for (const { bus } of processes) {
        const mine: string[] = [];
        seen.push(mine);
        await bus.tail({
          topics: [topic, second.topic],
          definitions: [counted, second.counted],
          from: (name, _partition, { start, end }) => (name === topic.name ? start : end),
          handle: async (records) => void mine.push(...records.map((record) => `${dataOf(record).id}${dataOf(record).n}`)),
        });
      }
      await publisher.bus.publish([eventOf(counted, "a", 2), eventOf(second.counted, "b", 2)]);
      await eventually(
        () => seen.map((mine) => [...mine].sort()),
        [
          ["a1", "a2", "b2"],
          ["a1", "a2", "b2"],
        ],
      );
    });

    test("what cannot be read is skipped; a handler that fails for a while gets the same records again", async () => {
      const { world, bus, topic, counted, ledger } = await givenBus(makeWorld, 1);
      let failures = 2;
      await bus.publish([eventOf(counted, "a", 1)]);
      await world.append(topic, {
        key: Buffer.from("a"),
        value: Buffer.from("{"),
        headers: { ce_type: Buffer.from(counted.type) },
      });
      await bus.publish([eventOf(counted, "a", 2)]);
      await bus.tail({
        topics: [topic],
        definitions: [counted],
        from: (_topic, _partition, { start }) => start,
        handle: async (records) => {
          failures -= 1;
          if (failures >= 0) throw new TypeError("not yet");
          for (const record of records) ledger.note(dataOf(record));
        },
      });
      expect(ledger.of("a")).toEqual([1, 2]);
    });

    test("an empty log is at its end", async () => {
      const { bus, topic, counted } = await givenBus(makeWorld);
      const tail = await bus.tail({
        topics: [topic],
        definitions: [counted],
        from: (_topic, _partition, { start }) => start,
        handle: async () => undefined,
      });
      expect(tail.health()).toEqual({ consuming: true });
      await tail.stop();
    });
  });
}
