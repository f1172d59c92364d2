import { defineEvent, defineTopic, type Envelope } from "@rialto/contracts/kernel/event";
import type { Bus, TailOptions } from "@rialto/messaging/bus";
import { expect, test } from "vitest";
import { z } from "zod";
import { collectEvents } from "./await-event.ts";

const topic = defineTopic("testing.lamps");
const declare = (name: string) =>
  defineEvent({
    type: `testing.lamp-${name}`,
    version: 1,
    topic,
    key: "lampId",
    description: "About a lamp.",
    data: z.object({ lampId: z.string(), place: z.object({ hall: z.string(), row: z.number() }) }),
    example: { lampId: "l1", place: { hall: "A", row: 1 } },
  });
const lit = declare("lit");
const broken = declare("broken");

const happened = (type: string, lampId: string, row = 1): Envelope => ({
  id: `${type}-${lampId}`,
  type,
  source: "/rialto/testing",
  subject: lampId,
  time: "2026-09-01T10:00:00.000Z",
  seq: 1,
  correlationId: "c",
  data: { lampId, place: { hall: "A", row } },
});

/** One partition whose records the test hands out. */
function tailed() {
  const tails: TailOptions[] = [];
  let stopped = 0;
  const bus: Pick<Bus, "tail"> = {
    tail: async (options) => {
      tails.push(options);
      return { health: () => ({ consuming: true }), stop: async () => void stopped++ };
    },
  };
  const arrive = (...envelopes: Envelope[]) =>
    tails[0]?.handle(envelopes.map((envelope) => ({ envelope, position: { topic: topic.name, partition: 0, offset: "0" } })));
  return { bus, arrive, tails, stopped: () => stopped };
}

test("finds what has arrived and waits for what has not", async () => {
  const { bus, arrive } = tailed();
  const events = await collectEvents(bus, [topic], [lit, broken]);
  await arrive(happened(lit.type, "l1"));
  expect((await events.awaitEvent(lit)).data.lampId).toBe("l1");
  const later = events.awaitEvent(lit, { place: { row: 7 } });
  await arrive(happened(broken.type, "l3", 7), happened(lit.type, "l2", 3), happened(lit.type, "l2", 7));
  expect(await later).toMatchObject({ subject: "l2", data: { place: { row: 7 } } });
  expect(events.all()).toHaveLength(4);
});

test("a time-out lists what did arrive", async () => {
  const { bus, arrive } = tailed();
  const events = await collectEvents(bus, [topic], [lit, broken]);
  await arrive(happened(lit.type, "l1"), happened(broken.type, "l9"));
  const missing = events.awaitEvent(broken, { lampId: "l1" }, { timeoutMs: 20 });
  await expect(missing).rejects.toThrow(
    /no testing\.lamp-broken\.v1 with \{"lampId":"l1"\} within 20 ms; arrived, 2:\n {2}testing\.lamp-lit\.v1 #1 .*l1.*\n.*l9/,
  );
});

test("listens from the end of the log unless told otherwise, and stops its tails", async () => {
  const { bus, tails, stopped } = tailed();
  const events = await collectEvents(bus, [topic], [lit]);
  await collectEvents(bus, [topic], [lit], { from: "start" });
  expect(tails.map(({ from }) => from(topic.name, 0, { start: "3", end: "8" }))).toEqual(["8", "3"]);
  await events.stop();
  expect(stopped()).toBe(1);
});
