import { describe, expect, onTestFinished, test } from "vitest";
import { eventually, givenBus } from "./given-bus.ts";
import { type BusWorld, eventOf, eventsOf, manyKeys, numbers } from "./world.ts";

export function crashConformance(makeWorld: () => Promise<BusWorld>): void {
  describe("crashes and rebalances", () => {
    test("a consumer that dies in the middle of an event: its successor gets that event and all after it", async () => {
      const { first, counted, ledger, consumeCounted, open } = await givenBus(makeWorld);
      const entered = Promise.withResolvers<void>();
      const atEnd = Promise.withResolvers<void>();
      onTestFinished(() => atEnd.resolve());
      await consumeCounted(async ({ data }) => {
        if (data.n === 4) {
          entered.resolve();
          await atEnd.promise;
          return;
        }
        ledger.note(data);
      });
      const successor = await open();
      await first.bus.publish(eventsOf(counted, "a", 1, 8));
      await entered.promise;
      await first.kill();
      await consumeCounted(({ data }) => ledger.note(data), successor);
      await eventually(() => ledger.applied("a"), numbers(1, 8), 60_000);
    });

    test("a second consumer joins and leaves while they work: nothing is lost, and order holds", async () => {
      const { bus, counted, ledger, consumeCounted, open } = await givenBus(makeWorld);
      const keys = manyKeys(12);
      const byWhom = { first: 0, second: 0 };
      await consumeCounted(({ data }) => {
        byWhom.first += 1;
        ledger.note(data);
      });
      let n = 0;
      const publishSome = async () => {
        n += 1;
        await bus.publish(keys.map((key) => eventOf(counted, key, n)));
      };
      const second = await open();
      let joining = true;
      const joined = consumeCounted(({ data }) => {
        byWhom.second += 1;
        ledger.note(data);
      }, second).finally(() => {
        joining = false;
      });
      while (joining) await publishSome();
      const consumption = await joined;
      for (const before = byWhom.second; byWhom.second < before + 20; ) await publishSome();
      let leaving = true;
      const left = consumption.stop().finally(() => {
        leaving = false;
      });
      while (leaving) await publishSome();
      await left;
      await publishSome();
      await eventually(
        () => keys.map((key) => ledger.of(key).includes(n)),
        keys.map(() => true),
        60_000,
      );
      for (const key of keys) expect(ledger.applied(key)).toEqual(numbers(1, n));
      expect(Math.min(byWhom.first, byWhom.second)).toBeGreaterThan(0);
    });

    test("a handler that works longer than the session, with heartbeats, is not taken for dead", async () => {
      const { world, bus, counted, ledger, parked, consumeCounted } = await givenBus(makeWorld, 1);
      const until = performance.now() + world.sessionTimeoutMs * 1.5 + 100;
      const aborted: boolean[] = [];
      const consumption = await consumeCounted(async ({ data }, { heartbeat, signal }) => {
        if (data.n === 1) {
          while (performance.now() < until) {
            await new Promise((resolve) => setTimeout(resolve, 50));
            await heartbeat();
          }
        }
        aborted.push(signal.aborted);
        ledger.note(data);
      });
      await bus.publish(eventsOf(counted, "a", 1, 3));
      await eventually(() => ledger.of("a"), numbers(1, 3), 60_000);
      expect(aborted).toEqual([false, false, false]);
      expect(consumption.health()).toEqual({ consuming: true });
      expect(await parked("a")).toEqual([]);
    });
  });
}
