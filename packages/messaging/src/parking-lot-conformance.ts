import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { ParkedMessage, ParkingLot } from "./parking-lot.ts";

const handler = () => `conformance.${randomUUID()}`;

/** A parked message with overrides; its id follows from its place. */
export function parkedMessage(overrides: Partial<ParkedMessage> & Pick<ParkedMessage, "handler">): ParkedMessage {
  const base = {
    topic: "conformance.things",
    partition: 0,
    offset: "0",
    key: "a",
    value: Buffer.from('{"n":1}'),
    headers: { ce_type: Buffer.from("conformance.happened.v1") },
    reason: "TypeError",
    attempts: 3,
    parkedAt: "2026-09-01T10:00:00.000Z",
    ...overrides,
  };
  return { id: `${base.handler}/${base.topic}/${base.partition}/${base.offset}`, ...base };
}

const bytes = (value: Uint8Array | null | undefined) => (value ? [...value] : value);

/** What every parking lot must do. `makeLot` may answer with the same lot each time: handlers are unique. */
export function parkingLotConformance(name: string, makeLot: () => Promise<ParkingLot>): void {
  describe(`${name} as a parking lot`, () => {
    const keysOf = async (lot: ParkingLot, one: string) => (await lot.keys()).filter((key) => key.handler === one);

    test("given nothing parked, no key is parked", async () => {
      const lot = await makeLot();
      const one = handler();
      expect(await lot.isParked(one, "conformance.things", "a")).toBe(false);
      expect(await keysOf(lot, one)).toEqual([]);
      expect(await lot.messages(one, "conformance.things", "a")).toEqual([]);
    });

    test("a message comes back byte for byte", async () => {
      const lot = await makeLot();
      const value = Buffer.from([0, 255, 254, 10, 13, 0x80]);
      const headers = {
        ce_type: Buffer.from([1, 200]),
        "with.dot": Buffer.from("x"),
        $twice: [Buffer.from("1"), Buffer.from([0])],
      };
      const message = parkedMessage({ handler: handler(), value, headers, key: "é$.键" });
      await lot.park(message);
      const [back] = await lot.messages(message.handler, message.topic, message.key);
      expect(bytes(back?.value)).toEqual([...value]);
      expect(Object.keys(back?.headers ?? {}).sort()).toEqual(["$twice", "ce_type", "with.dot"]);
      expect(bytes(back?.headers.ce_type as Uint8Array)).toEqual([1, 200]);
      expect([back?.headers.$twice ?? []].flat().map((one) => bytes(one))).toEqual([[49], [0]]);
      const { value: _v, headers: _h, ...rest } = message;
      expect(back).toMatchObject(rest);
    });

    test("a message without value and key comes back so", async () => {
      const lot = await makeLot();
      const message = parkedMessage({ handler: handler(), value: null, headers: {}, key: "" });
      await lot.park(message);
      const [back] = await lot.messages(message.handler, message.topic, "");
      expect(back?.value).toBeNull();
      expect(back?.headers).toEqual({});
      expect(await lot.isParked(message.handler, message.topic, "")).toBe(true);
    });

    test("parking twice is parking once, and the first reason stays", async () => {
      const lot = await makeLot();
      const first = parkedMessage({ handler: handler(), reason: "UNREADABLE" });
      await lot.park(first);
      await Promise.all([1, 2, 3].map(() => lot.park({ ...first, reason: "BEHIND_PARKED", attempts: 0 })));
      expect((await lot.messages(first.handler, first.topic, "a")).map(({ reason }) => reason)).toEqual(["UNREADABLE"]);
    });

    test("messages of a key come in the order of their offsets, beyond 2^53 too", async () => {
      const lot = await makeLot();
      const one = handler();
      const offsets = ["10", "9", "9007199254740993", "9007199254740992", "100"];
      for (const offset of offsets) await lot.park(parkedMessage({ handler: one, offset }));
      const back = await lot.messages(one, "conformance.things", "a");
      expect(back.map(({ offset }) => offset)).toEqual(["9", "10", "100", "9007199254740992", "9007199254740993"]);
    });

    test("handlers, topics and keys do not mix", async () => {
      const lot = await makeLot();
      const [one, two] = [handler(), handler()];
      await lot.park(parkedMessage({ handler: one, key: "a", offset: "1" }));
      await lot.park(parkedMessage({ handler: one, key: "b", offset: "2" }));
      await lot.park(parkedMessage({ handler: one, key: "a", topic: "conformance.others", offset: "3" }));
      await lot.park(parkedMessage({ handler: two, key: "a", offset: "1" }));
      expect((await lot.messages(one, "conformance.things", "a")).map(({ offset }) => offset)).toEqual(["1"]);
      expect(await lot.isParked(two, "conformance.things", "b")).toBe(false);
    });

    test("keys are listed oldest first, with the reason and count of each", async () => {
      const lot = await makeLot();
      const one = handler();
      const at = (second: number) => `2026-09-01T10:00:0${second}.000Z`;
      await lot.park(parkedMessage({ handler: one, key: "late", offset: "7", parkedAt: at(3) }));
      await lot.park(parkedMessage({ handler: one, key: "early", offset: "5", parkedAt: at(1), reason: "BOOTH_TAKEN" }));
      await lot.park(parkedMessage({ handler: one, key: "early", offset: "6", parkedAt: at(4), reason: "BEHIND_PARKED" }));
      expect(await keysOf(lot, one)).toEqual([
        {
          handler: one,
          topic: "conformance.things",
          key: "early",
          count: 2,
          reason: "BOOTH_TAKEN",
          oldestParkedAt: at(1),
          replayRequested: false,
        },
        expect.objectContaining({ key: "late", count: 1, reason: "TypeError", oldestParkedAt: at(3) }),
      ]);
    });

    test("a replay is requested for one key, and can be withdrawn", async () => {
      const lot = await makeLot();
      const one = handler();
      await lot.park(parkedMessage({ handler: one, key: "a", offset: "1" }));
      await lot.park(parkedMessage({ handler: one, key: "b", offset: "2" }));
      await lot.requestReplay(one, "conformance.things", "a");
      const requested = async () => (await keysOf(lot, one)).filter((key) => key.replayRequested).map(({ key }) => key);
      expect(await requested()).toEqual(["a"]);
      await lot.withdrawReplay(one, "conformance.things", "a");
      expect(await requested()).toEqual([]);
    });

    test("a request stands while messages are removed and others join, and ends with the last", async () => {
      const lot = await makeLot();
      const first = parkedMessage({ handler: handler(), offset: "1" });
      const second = parkedMessage({ handler: first.handler, offset: "2" });
      const third = parkedMessage({ handler: first.handler, offset: "3" });
      await lot.park(first);
      await lot.park(second);
      await lot.requestReplay(first.handler, first.topic, first.key);
      await lot.remove(first.id);
      await lot.park(third);
      expect(await keysOf(lot, first.handler)).toMatchObject([{ count: 2, replayRequested: true }]);
      await lot.remove(second.id);
      await lot.remove(third.id);
      expect(await lot.isParked(first.handler, first.topic, first.key)).toBe(false);
      await lot.park(first);
      expect(await keysOf(lot, first.handler)).toMatchObject([{ count: 1, replayRequested: false }]);
    });

    test("removing or requesting what is not there does nothing", async () => {
      const lot = await makeLot();
      const one = handler();
      await lot.remove(`${one}/conformance.things/0/1`);
      await lot.requestReplay(one, "conformance.things", "a");
      await lot.withdrawReplay(one, "conformance.things", "a");
      expect(await keysOf(lot, one)).toEqual([]);
    });
  });
}
