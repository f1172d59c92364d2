import { once } from "node:events";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { notificationRaised } from "@rialto/contracts/gateway/events";
import type { Room } from "@rialto/contracts/gateway/realtime";
import { newId } from "@rialto/contracts/kernel/ids";
import { Server, type Socket } from "socket.io";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createLiveClient } from "./live-client.ts";
import type { LiveClient, LiveClientOptions } from "./live-types.ts";

const { recipientId: _, ...told } = notificationRaised.example;
const at = (n: number) => `k0001.${String(n).padStart(20, "0")}`;
const notification = (n: number) => ({ ...told, cursor: at(n) });
const room: Room = { kind: "floor", fairId: newId() };

let http: HttpServer;
let io: Server;
let sockets: Socket[];
let heard: [string, unknown][];
let onConnect: (socket: Socket, auth: Record<string, unknown>) => void;
let admit: (auth: Record<string, unknown>) => Error | undefined;
let refuse: (message: { rooms?: Room[] }) => boolean;
let live: LiveClient | undefined;

const welcome = (resume: string, cursor?: string) => ({ resume, unread: 0, ...(cursor === undefined ? {} : { cursor }) });

beforeEach(async () => {
  sockets = [];
  heard = [];
  admit = () => undefined;
  refuse = () => false;
  onConnect = (socket) => socket.emit("welcome", welcome("upToDate", at(0)));
  http = createServer();
  io = new Server(http, { path: "/live", transports: ["websocket"] });
  io.use((socket, next) => next(admit(socket.handshake.auth)));
  io.on("connection", (socket) => {
    sockets.push(socket);
    socket.onAny((name, message, answer) => {
      heard.push([name, message]);
      answer(refuse(message) ? { ok: false, code: "FORBIDDEN" } : { ok: true });
    });
    onConnect(socket, socket.handshake.auth);
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
});
afterEach(async () => {
  await live?.stop();
  await io.close();
});

function open(options: Partial<LiveClientOptions> = {}) {
  const handled: string[] = [];
  const uncounted: string[] = [];
  const statuses: string[] = [];
  const client = createLiveClient({
    baseUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    getAccessToken: () => "token",
    random: () => 0,
    onNotification({ cursor }, isCounted) {
      handled.push(cursor);
      if (!isCounted) uncounted.push(cursor);
    },
    onStatus: (status) => void statuses.push(status),
    ...options,
  });
  live = client;
  client.start();
  return { client, handled, uncounted, statuses };
}

const isLive = (client: LiveClient) => vi.waitFor(() => expect(client.status()).toBe("live"), { timeout: 4_000 });
const last = () => sockets.at(-1) as Socket;
const auths = () => sockets.map(({ handshake }) => handshake.auth);

describe("notifications", () => {
  test("are handed over one by one, in order, and acknowledged together", async () => {
    let atOnce = 0;
    const slow: string[] = [];
    const { client } = open({
      async onNotification({ cursor }) {
        expect(++atOnce).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 2));
        atOnce--;
        slow.push(cursor);
      },
    });
    await isLive(client);
    for (let n = 1; n <= 20; n++) last().emit("notification", notification(n));
    await vi.waitFor(() => expect(heard).toEqual([["acknowledge", { cursor: at(20) }]]));
    expect(slow).toEqual(Array.from({ length: 20 }, (__, n) => at(n + 1)));
    expect(client.cursor()).toBe(at(20));
  });

  test("sent again after a break are handed over once, and the cursor says from where", async () => {
    const { client, handled, uncounted } = open();
    await isLive(client);
    last().emit("notification", notification(1));
    last().emit("notification", notification(2));
    await vi.waitFor(() => expect(handled).toHaveLength(2));
    onConnect = (socket) => {
      socket.emit("welcome", welcome("replay", at(3)));
      for (const n of [2, 3, 3, 4]) socket.emit("notification", notification(n));
    };
    last().disconnect(true);
    await vi.waitFor(() => expect(handled).toEqual([at(1), at(2), at(3), at(4)]), { timeout: 4_000 });
    // What was replayed is in the count that came before it.
    expect(uncounted).toEqual([at(1), at(2), at(4)]);
    expect(auths()).toEqual([{ token: "token" }, { token: "token", cursor: at(2) }]);
  });

  test("whose handler fails come again", async () => {
    let failures = 1;
    const errors: unknown[] = [];
    const taken: string[] = [];
    onConnect = (socket, auth) => {
      socket.emit("welcome", welcome(auth.cursor === undefined ? "upToDate" : "replay", at(0)));
      for (const n of [1, 2]) socket.emit("notification", notification(n));
    };
    open({
      onError: (error) => errors.push(error),
      onNotification({ cursor }) {
        if (cursor === at(2) && failures-- > 0) throw new Error("storage full");
        taken.push(cursor);
      },
    });
    await vi.waitFor(() => expect(taken).toEqual([at(1), at(2)]), { timeout: 4_000 });
    expect(auths().at(-1)).toEqual({ token: "token", cursor: at(1) });
    expect(errors).toHaveLength(1);
  });

  test("of a kind that this release does not know are passed over", async () => {
    const { client, handled } = open();
    await isLive(client);
    last().emit("notification", { ...notification(1), content: { kind: "fromTheFuture" } });
    last().emit("notification", notification(2));
    await vi.waitFor(() => expect(handled).toEqual([at(2)]));
    expect(client.cursor()).toBe(at(2));
  });

  test("start anew after a reset", async () => {
    const resets: number[] = [];
    const cursors: string[] = [];
    onConnect = (socket) => {
      socket.emit("welcome", welcome("reset", at(90)));
      socket.emit("notification", notification(91));
    };
    const { handled } = open({ cursor: at(5), onReset: () => resets.push(1), onCursor: (cursor) => cursors.push(cursor) });
    await vi.waitFor(() => expect(handled).toEqual([at(91)]));
    expect(resets).toHaveLength(1);
    expect(cursors).toEqual([at(90), at(91)]);
  });
});

describe("rooms", () => {
  test("are watched again after a break, told to be fetched again, and heard of only while watched", async () => {
    const changes: unknown[] = [];
    let reconnects = 0;
    const onReconnected = () => void reconnects++;
    const { client } = open({ onChanged: ({ version }) => void changes.push(version), onReconnected });
    await isLive(client);
    expect(await client.watch(room)).toBe(true);
    await client.watch(room);
    last().emit("changed", { room, entity: "booth", id: newId(), version: 7 });
    await vi.waitFor(() => expect(changes).toEqual([7]));
    heard = [];
    last().disconnect(true);
    await vi.waitFor(() => expect(heard).toEqual([["watch", { rooms: [room] }]]), { timeout: 4_000 });
    expect(reconnects).toBe(1);
    client.unwatch(room);
    last().emit("changed", { room, entity: "booth", id: newId(), version: 8 });
    await vi.waitFor(() => expect(changes).toEqual([7, 8]));
    client.unwatch(room);
    await vi.waitFor(() => expect(heard.at(-1)).toEqual(["unwatch", { rooms: [room] }]));
  });
});

describe("rooms that are not ours", () => {
  const stranger: Room = { kind: "fair", fairId: newId() };
  const isStrange = ({ rooms = [] }: { rooms?: Room[] }) => rooms.some(({ kind }) => kind === "fair");

  test("are not asked for again", async () => {
    refuse = isStrange;
    const { client } = open();
    await isLive(client);
    expect([await client.watch(room), await client.watch(stranger)]).toEqual([true, false]);
    heard = [];
    last().disconnect(true);
    await vi.waitFor(() => expect(heard).toEqual([["watch", { rooms: [room] }]]), { timeout: 4_000 });
  });

  test("any more do not cost the others", async () => {
    const { client } = open();
    await isLive(client);
    await client.watch(room, stranger);
    heard = [];
    refuse = isStrange;
    last().disconnect(true);
    await vi.waitFor(() => expect(heard).toHaveLength(3), { timeout: 4_000 });
    expect(heard).toEqual([[room, stranger], [room], [stranger]].map((rooms) => ["watch", { rooms }]));
  });
});

describe("tokens", () => {
  test("are renewed when the server asks", async () => {
    const { client } = open({ renewAccessToken: async (refused) => `${refused}-2` });
    await isLive(client);
    last().emit("tokenExpiring", { expiresAt: new Date().toISOString() });
    await vi.waitFor(() => expect(heard).toEqual([["authenticate", { token: "token-2" }]]));
  });

  test("that the server refuses are renewed once before it is asked again", async () => {
    let token = "stale";
    admit = (auth) => (auth.token === "stale" ? Object.assign(new Error("x"), { data: { code: "SIGN_IN_NEEDED" } }) : undefined);
    const renewAccessToken = async () => {
      token = "fresh";
      return token;
    };
    const { client } = open({ getAccessToken: () => token, renewAccessToken });
    await isLive(client);
    expect(auths()).toEqual([{ token: "fresh" }]);
  });

  test("without another one, a revoked connection stays closed", async () => {
    let revoked = 0;
    const { client, statuses } = open({ renewAccessToken: async () => undefined, onRevoked: () => void revoked++ });
    await isLive(client);
    last().emit("closing", { reason: "revoked", retryAfterMs: 0 });
    last().disconnect(true);
    await vi.waitFor(() => expect(revoked).toBe(1));
    expect(statuses).toEqual(["connecting", "live", "stopped"]);
  });
});

describe("coming back", () => {
  test("waits as long as the server asks", async () => {
    const { client } = open();
    await isLive(client);
    last().emit("closing", { reason: "moving", retryAfterMs: 400 });
    const left = performance.now();
    last().disconnect(true);
    await vi.waitFor(() => expect(sockets).toHaveLength(2), { timeout: 4_000 });
    expect(performance.now() - left).toBeGreaterThan(400);
  });

  test("at once when it is told that the network is there again", async () => {
    const { client } = open();
    await isLive(client);
    last().emit("closing", { reason: "slow", retryAfterMs: 60_000 });
    last().disconnect(true);
    await vi.waitFor(() => expect(client.status()).toBe("waiting"));
    client.reconnectNow();
    await isLive(client);
  });

  test("does not happen after a stop", async () => {
    const { client } = open();
    await isLive(client);
    await client.stop();
    await vi.waitFor(() => expect(io.engine.clientsCount).toBe(0));
    expect(client.status()).toBe("stopped");
    expect(sockets).toHaveLength(1);
  });
});
