import { randomUUID } from "node:crypto";
import { parkedMessage, parkingLotConformance } from "@rialto/messaging/parking-lot-conformance";
import { expect, test } from "vitest";
import { createMongoParkingLot } from "../src/mongo-parking-lot.ts";
import { testDatabase } from "./database.ts";

const connection = await testDatabase();
const lot = createMongoParkingLot(connection);

parkingLotConformance("MongoDB", async () => lot);

test("what one process parks and requests, another sees", async () => {
  const message = parkedMessage({ handler: `h.${randomUUID()}` });
  await lot.park(message);
  await lot.requestReplay(message.handler, message.topic, message.key);
  const other = createMongoParkingLot(connection);
  const keys = (await other.keys()).filter(({ handler }) => handler === message.handler);
  expect(keys).toMatchObject([{ count: 1, replayRequested: true }]);
});

test("a request that outlived its messages, after a crash between the two, is forgotten at the next look", async () => {
  const message = parkedMessage({ handler: `h.${randomUUID()}` });
  await lot.park(message);
  await lot.requestReplay(message.handler, message.topic, message.key);
  await connection.db?.collection<{ _id: string }>("parked").deleteOne({ _id: message.id });
  await lot.keys();
  await lot.park(message);
  const keys = (await lot.keys()).filter(({ handler }) => handler === message.handler);
  expect(keys).toMatchObject([{ count: 1, replayRequested: false }]);
});
