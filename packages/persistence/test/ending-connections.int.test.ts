import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { startTcpProxy } from "@rialto/testing/tcp-proxy";
import { expect, test } from "vitest";
import { closeMongo, connectMongo, mongoHealth } from "../src/connection.ts";
import { createStore } from "../src/store.ts";
import { boothsDeclaration, hold, someCause } from "./booths.ts";
import { testDatabase } from "./database.ts";
import { mongoUrl } from "./mongo-url.ts";

const { hostname, port } = new URL(mongoUrl());
const sockets = new Set<Socket>();
subscribe("net.client.socket", (message) => {
  const { socket } = message as { socket: Socket };
  socket.once("connect", () => socket.remotePort === Number(port) && sockets.add(socket));
  socket.once("close", () => sockets.delete(socket));
});

const connection = await testDatabase();
const store = createStore(connection, boothsDeclaration);
await store.ready();

/** As when the server hangs up: nothing can be sent any more, and the driver hears of it at the end of this turn. */
const endConnections = () => {
  expect(sockets.size).toBeGreaterThan(0);
  for (const socket of sockets) socket.destroy();
};

/** Begins the work in the same turn. A timer's turn has its "close" events last, after all that begins at once. */
const asConnectionsEnd = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  await sleep(0);
  endConnections();
  return work();
};

const heldBooth = async () => {
  const id = randomUUID();
  await store.update(id, () => [hold(id, "o1")], someCause());
  return id;
};

test("a query that begins as the connections end is answered over a new one", async () => {
  const id = await heldBooth();
  const found = await asConnectionsEnd(() => store.model.findById(id).lean());
  expect(found).toMatchObject({ version: 1, state: { holders: ["o1"] } });
});

test("a bare write that begins as the connections end is done over a new one", async () => {
  const id = await heldBooth();
  const { matchedCount } = await asConnectionsEnd(() => store.model.updateOne({ _id: id }, { seq: 1 }));
  expect(matchedCount).toBe(1);
});

test("an update whose connections end as it writes: decided once, written once", async () => {
  const id = await heldBooth();
  let decisions = 0;
  const written = await store.update(
    id,
    () => {
      decisions++;
      endConnections();
      return [hold(id, "o2")];
    },
    someCause(),
  );
  expect(written).toMatchObject({ version: 2, repeated: false, events: [{ seq: 2 }] });
  expect(decisions).toBe(1);
  expect((await store.load(id)).state.holders).toEqual(["o1", "o2"]);
});

test("a server that takes requests and stays silent is unhealthy before the driver gives it up", async () => {
  const proxy = await startTcpProxy({ host: hostname, port: Number(port) });
  const patient = await connectMongo({
    url: `mongodb://${proxy.host}:${proxy.port}/?directConnection=true`,
    database: connection.name,
    socketTimeoutMs: 0,
  });
  expect(await mongoHealth(patient)).toEqual({ healthy: true });
  proxy.stall();
  expect(await mongoHealth(patient, 50)).toEqual({ healthy: false, reason: "DatabaseSilent" });
  proxy.heal();
  await closeMongo(patient);
  await proxy.close();
});
