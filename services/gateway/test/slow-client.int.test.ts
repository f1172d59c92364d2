import { newId } from "@rialto/contracts/kernel/ids";
import { recommendationsChanged } from "@rialto/contracts/matchmaking/events";
import type { RunningService } from "@rialto/service-kit/start-service";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { arrive, type Client, connect, eventWriter, type GatewayFixture, gatewayFixture } from "./fixture.ts";

let fixture: GatewayFixture;
let service: RunningService;

beforeAll(async () => {
  fixture = await gatewayFixture();
  service = await fixture.start();
});
afterAll(() => fixture.dispose());

/** What a phone does whose radio is gone while its connection still stands: it takes nothing off the wire. */
const stopReading = ({ socket }: Client) => {
  const { ws } = socket.io.engine.transport as unknown as { ws: { _socket: { pause(): void } } };
  ws._socket.pause();
};

const openSockets = async () => {
  const metrics = await (await fetch(`${service.operationsUrl}/metrics`)).text();
  return Number(/^rialto_gateway_sockets(?:\{[^}]*\})? (\d+)/m.exec(metrics)?.[1]);
};

test("a client that stops reading is closed before it costs memory, and misses nothing when it comes back", async () => {
  const events = eventWriter(fixture.bus);
  const [buyer, exhibitor] = [await arrive(fixture, events, "buyer"), await arrive(fixture, events, "exhibitor")];
  const client = connect(service.url, { token: buyer.token });
  await vi.waitFor(() => expect(client.welcomes).toHaveLength(1), { timeout: 10_000 });
  const cursor = client.welcomes[0]?.cursor as string;
  stopReading(client);

  // About 70 kB each: more than the operating system's own buffers hold.
  const values = Array.from({ length: 20 }, () => "x".repeat(180));
  const reasons = Array.from({ length: 20 }, () => ({ code: "words", points: 0.05, values }));
  const entered = [{ organizationId: exhibitor.organizationId, score: 0.9, fit: { mine: 0.9, theirs: 0.9 }, reasons }];
  const { organizationId } = buyer;
  const { fairId } = fixture;
  const many = 300;
  for (let sent = 0; sent < many; sent += 1) {
    const data = { organizationId, fairId, entered, updated: [], left: [], changedAt: new Date().toISOString() };
    await events.publish(recommendationsChanged, data, { id: newId() });
  }
  await vi.waitFor(async () => expect(await openSockets()).toBe(0), { timeout: 30_000, interval: 50 });

  const back = connect(service.url, { token: buyer.token, cursor });
  await vi.waitFor(() => expect(back.notifications).toHaveLength(many), { timeout: 30_000, interval: 50 });
  expect(new Set(back.notifications.map(({ notificationId }) => notificationId)).size).toBe(many);
  expect(back.welcomes).toMatchObject([{ resume: "replay" }]);
  back.close();
  client.close();
});
