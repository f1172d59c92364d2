import { describe, expect, test } from "vitest";
import { createInMemoryParkingLot } from "./in-memory-parking-lot.ts";
import { createParkedKeys } from "./parked-keys.ts";
import { parkedMessage } from "./parking-lot-conformance.ts";

const given = () => {
  const lot = createInMemoryParkingLot();
  const asked = { keys: 0, isParked: 0 };
  const counting = {
    ...lot,
    keys: () => {
      asked.keys += 1;
      return lot.keys();
    },
    isParked: (...args: Parameters<typeof lot.isParked>) => {
      asked.isParked += 1;
      return lot.isParked(...args);
    },
  };
  return { lot: counting, asked, parkedKeys: createParkedKeys(counting, new Set(["h"])) };
};

const park = (handler: string, key: string) => parkedMessage({ handler, key, topic: "t" });

describe("createParkedKeys", () => {
  test("asks the lot once for many events of keys that are not parked", async () => {
    const { asked, parkedKeys } = given();
    for (let n = 0; n < 100; n += 1) expect(await parkedKeys.holds("h", "t", `key-${n}`)).toBe(false);
    expect(asked).toEqual({ keys: 1, isParked: 0 });
  });

  test("confirms a parked key with the lot, which an operator may have emptied", async () => {
    const { lot, parkedKeys } = given();
    await lot.park(park("h", "a"));
    expect(await parkedKeys.holds("h", "t", "a")).toBe(true);
    await lot.remove(park("h", "a").id);
    expect(await parkedKeys.holds("h", "t", "a")).toBe(false);
  });

  test("looks afresh after the partitions have changed hands", async () => {
    const { lot, parkedKeys } = given();
    expect(await parkedKeys.holds("h", "t", "a")).toBe(false);
    await lot.park(park("h", "a"));
    expect(await parkedKeys.holds("h", "t", "a")).toBe(false);
    parkedKeys.invalidate();
    expect(await parkedKeys.holds("h", "t", "a")).toBe(true);
  });

  test("a look that began before the change of hands does not count", async () => {
    const { lot, parkedKeys } = given();
    const keys = lot.keys;
    const released = Promise.withResolvers<void>();
    lot.keys = async () => {
      const answer = await keys();
      await released.promise;
      lot.keys = keys;
      return answer;
    };
    const early = parkedKeys.refresh();
    await lot.park(park("h", "a"));
    parkedKeys.invalidate();
    released.resolve();
    await early;
    expect(await parkedKeys.holds("h", "t", "a")).toBe(true);
  });

  test("a key that is parked while the lot is being read is not forgotten", async () => {
    const { lot, parkedKeys } = given();
    await parkedKeys.refresh();
    const released = Promise.withResolvers<void>();
    const { keys } = lot;
    lot.keys = async () => {
      const answer = await keys();
      await released.promise;
      return answer;
    };
    const slow = parkedKeys.refresh();
    await lot.park(park("h", "a"));
    parkedKeys.noteParked("h", "t", "a");
    released.resolve();
    await slow;
    expect(await parkedKeys.holds("h", "t", "a")).toBe(true);
  });

  test("answers only for its own handlers", async () => {
    const { lot, parkedKeys } = given();
    await lot.park(park("h", "a"));
    await lot.park(park("somebody-else", "a"));
    expect((await parkedKeys.refresh()).map(({ handler }) => handler)).toEqual(["h"]);
  });
});
