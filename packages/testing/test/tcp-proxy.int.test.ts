import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTcpProxy, type TcpProxy } from "../src/tcp-proxy.ts";

/** Echoes each line in upper case and remembers what it was sent. */
let server: Server;
let received: string;
let target: { host: string; port: number };
let proxy: TcpProxy;
let clients: Socket[];

beforeEach(async () => {
  received = "";
  clients = [];
  server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      received += chunk;
      socket.write(String(chunk).toUpperCase());
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  target = { host: "127.0.0.1", port: address.port };
  proxy = await startTcpProxy(target);
});

afterEach(async () => {
  for (const client of clients) client.destroy();
  await proxy.close();
  server.close();
});

async function open({ host, port }: { host: string; port: number } = proxy) {
  const socket = connect({ host, port });
  clients.push(socket);
  const seen = { text: "", ended: false };
  socket.on("data", (chunk) => {
    seen.text += chunk;
  });
  socket.on("error", () => undefined);
  socket.on("end", () => {
    seen.ended = true;
  });
  socket.on("close", () => {
    seen.ended = true;
  });
  await new Promise((resolve) => socket.once("connect", resolve).once("close", resolve));
  return { socket, seen };
}

const until = (fact: () => boolean) => expect.poll(fact, { timeout: 5_000, interval: 5 }).toBe(true);

describe("TcpProxy", () => {
  test("passes both ways", async () => {
    const { socket, seen } = await open();
    socket.write("hello");
    await until(() => seen.text === "HELLO");
    expect(proxy.connections()).toBe(1);
  });

  test("delays each direction, in order", async () => {
    const { socket, seen } = await open();
    proxy.delay(60);
    const startedAt = performance.now();
    socket.write("a");
    socket.write("b");
    await until(() => seen.text === "AB");
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(118);
  });

  test("swallows responses: the server has done it, the client does not know", async () => {
    const { socket, seen } = await open();
    proxy.swallowResponses();
    socket.write("book");
    await until(() => received === "book" && proxy.swallowedBytes() === 4);
    expect(seen).toEqual({ text: "", ended: false });
    proxy.heal();
    await until(() => seen.ended);
    const again = await open();
    again.socket.write("again");
    await until(() => again.seen.text === "AGAIN");
  });

  test("stalls both ways without closing, and loses nothing", async () => {
    const { socket, seen } = await open();
    proxy.stall();
    socket.write("later");
    const other = await open();
    other.socket.write("too");
    const direct = await open(target);
    direct.socket.write("direct");
    await until(() => direct.seen.text === "DIRECT");
    expect({ received, ended: seen.ended }).toEqual({ received: "direct", ended: false });
    proxy.heal();
    await until(() => seen.text === "LATER" && other.seen.text === "TOO");
  });

  test("cuts what is open and accepts anew", async () => {
    const { seen } = await open();
    await until(() => proxy.connections() === 1);
    proxy.cut();
    await until(() => seen.ended);
    const again = await open();
    again.socket.write("x");
    await until(() => again.seen.text === "X");
  });

  test("ends a connection in the middle of a response", async () => {
    proxy.cutAfter(3);
    const { socket, seen } = await open();
    socket.write("hello");
    await until(() => seen.ended);
    expect(seen.text).toBe("HEL");
  });

  test("refuses until healed", async () => {
    proxy.refuse();
    const refused = await open();
    await until(() => refused.seen.ended);
    proxy.heal();
    const { socket, seen } = await open();
    socket.write("x");
    await until(() => seen.text === "X");
  });
});
