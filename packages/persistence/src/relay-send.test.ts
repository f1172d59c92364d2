import type { Envelope } from "@rialto/contracts/kernel/event";
import { expect, test } from "vitest";
import type { Outbox, SentEvents } from "./outbox.types.ts";
import { send } from "./relay-send.ts";

const event = (subject: string, seq: number): Envelope => ({
  id: `${subject}${seq}`,
  type: "t.v1",
  source: "/rialto/test",
  subject,
  time: "2026-09-01T10:00:00.000Z",
  seq,
  correlationId: "c",
  data: {},
});

function world(pending: Record<string, number[]>, fail: { publish?: boolean; forget?: boolean } = {}) {
  const published: string[] = [];
  const forgotten: SentEvents[] = [];
  const outbox: Outbox = {
    name: "booths",
    pendingOf: async (ids, limit) =>
      ids.flatMap((id) => {
        const seqs = pending[id] ?? [];
        return seqs.length === 0 ? [] : [{ id, events: seqs.slice(0, limit).map((seq) => event(id, seq)), count: seqs.length }];
      }),
    forget: async (sent) => {
      if (fail.forget) throw new Error("no database");
      forgotten.push(...sent);
    },
    waiting: async () => [],
  };
  const bus = {
    publish: async (envelopes: readonly Envelope[]) => {
      if (fail.publish) throw new Error("no bus");
      published.push(...envelopes.map(({ id }) => id));
    },
  };
  return { outbox, bus, published, forgotten };
}

test("sends what is known and what is read, then forgets exactly that", async () => {
  const { outbox, bus, published, forgotten } = world({ a: [3, 4], gone: [] });
  const result = await send(
    [
      { outbox, id: "b", known: [event("b", 1)] },
      { outbox, id: "a" },
      { outbox, id: "gone" },
    ],
    bus,
  );
  expect(result).toEqual({ sent: 3, unfinished: [] });
  expect(published.sort()).toEqual(["a3", "a4", "b1"]);
  expect(forgotten).toEqual([
    { id: "b", eventIds: ["b1"] },
    { id: "a", eventIds: ["a3", "a4"] },
  ]);
});

test("a document with more than a batch takes is unfinished; a suspect is trusted with twice as much next time", async () => {
  const many = Array.from({ length: 600 }, (_, index) => index + 1);
  const { outbox, bus, published } = world({ a: many });
  expect(await send([{ outbox, id: "a" }], bus)).toEqual({ sent: 500, unfinished: [{ outbox, id: "a" }] });
  expect(await send([{ outbox, id: "a", atMost: 1 }], bus)).toEqual({ sent: 1, unfinished: [{ outbox, id: "a", atMost: 2 }] });
  expect(published.slice(0, 3)).toEqual(["a1", "a2", "a3"]);
});

test("says where it failed, and forgets nothing that was not published", async () => {
  const busDown = world({ a: [1] }, { publish: true });
  expect(await send([{ outbox: busDown.outbox, id: "a" }], busDown.bus)).toMatchObject({ failedAt: "bus" });
  expect(busDown.forgotten).toEqual([]);
  const databaseDown = world({ a: [1] }, { forget: true });
  expect(await send([{ outbox: databaseDown.outbox, id: "a" }], databaseDown.bus)).toMatchObject({ failedAt: "store" });
});
