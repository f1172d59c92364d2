import { refuseInGeneral } from "@rialto/contracts/kernel/general-refusals";
import { defineOperation } from "@rialto/contracts/kernel/operation";
import { operatorOnly } from "@rialto/contracts/kernel/policy";
import type { ParkedMessage, ParkingLot } from "@rialto/messaging/parking-lot";
import { z } from "zod";
import { type Route, route } from "./route.ts";

const Key = z.strictObject({ handler: z.string().max(200), topic: z.string().max(249), key: z.string().max(1_000) });

const exampleKey = { handler: "matchmaking.note-location", topic: "venue.booths", key: "6f6d3c1e-6f0a-4d6e-9c5b-1b7c0f5a2d11" };
const exampleMessage = {
  id: "matchmaking.note-location/venue.booths/2/17",
  partition: 2,
  offset: "17",
  reason: "UNREADABLE",
  attempts: 1,
  parkedAt: "2026-09-01T10:05:00Z",
  bytes: 312,
};

const Keys = z.object({
  keys: z.array(Key.extend({ count: z.int(), reason: z.string(), oldestParkedAt: z.string(), replayRequested: z.boolean() })),
});

const Messages = z.object({
  messages: z.array(
    z.object({
      id: z.string(),
      partition: z.int(),
      offset: z.string(),
      reason: z.string(),
      attempts: z.int(),
      parkedAt: z.string(),
      bytes: z.int(),
    }),
  ),
});

const common = { context: "internal", policy: operatorOnly };

export const listParkedKeys = defineOperation({
  ...common,
  id: "listParkedKeys",
  method: "get",
  path: "/parked",
  summary: "Keys whose messages wait for an operator, oldest first",
  result: Keys,
  example: {
    result: {
      keys: [{ ...exampleKey, count: 2, reason: "UNREADABLE", oldestParkedAt: "2026-09-01T10:05:00Z", replayRequested: false }],
    },
  },
});

export const listParkedMessages = defineOperation({
  ...common,
  id: "listParkedMessages",
  method: "get",
  path: "/parked/messages",
  summary: "Parked messages of one key in order, without their content",
  query: Key,
  result: Messages,
  example: { query: exampleKey, result: { messages: [exampleMessage] } },
});

export const replayParkedKey = defineOperation({
  ...common,
  id: "replayParkedKey",
  method: "post",
  path: "/parked/replay",
  summary: "Has the consumer take the parked messages of a key again, in order",
  body: Key,
  result: z.undefined(),
  status: 202,
  example: { body: exampleKey, result: undefined },
});

export const dropParkedMessage = defineOperation({
  ...common,
  id: "dropParkedMessage",
  method: "post",
  path: "/parked/drop",
  summary: "Removes one parked message for good",
  body: Key.extend({ id: z.string().max(2_000) }),
  result: z.undefined(),
  status: 204,
  example: { body: { ...exampleKey, id: exampleMessage.id }, result: undefined },
});

const present = ({ id, partition, offset, reason, attempts, parkedAt, value }: ParkedMessage) => ({
  id,
  partition,
  offset,
  reason,
  attempts,
  parkedAt,
  bytes: value?.byteLength ?? 0,
});

/** What an operator can do about parked messages, at `/internal/parked` of each service. */
export const parkedRoutes = (lot: ParkingLot): Route[] => [
  route(listParkedKeys, async () => ({ keys: [...(await lot.keys())] })),
  route(listParkedMessages, async ({ query }) => ({
    messages: (await lot.messages(query.handler, query.topic, query.key)).map(present),
  })),
  route(replayParkedKey, async ({ body }) => {
    if (!(await lot.isParked(body.handler, body.topic, body.key))) throw refuseInGeneral("NOT_FOUND");
    await lot.requestReplay(body.handler, body.topic, body.key);
  }),
  route(dropParkedMessage, async ({ body }) => {
    const messages = await lot.messages(body.handler, body.topic, body.key);
    if (!messages.some(({ id }) => id === body.id)) throw refuseInGeneral("NOT_FOUND");
    await lot.remove(body.id);
  }),
];
