import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import { type Closing, clientMessages, Handshake } from "@rialto/contracts/gateway/realtime";
import { newId } from "@rialto/contracts/kernel/ids";
import { eventually } from "@rialto/testing/eventually";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { pretenders } from "./support/callers.ts";
import { hostileAt } from "./support/hostile-values.ts";
import { placesOf, replaceAt, sampleOf, schemaOf } from "./support/input-schema.ts";
import { inParallel, send } from "./support/send.ts";
import { type ServicesTogether, startServicesTogether } from "./support/services-together.ts";
import { calm, type Traces, tracesOf } from "./support/traces.ts";

let fair: ServicesTogether;
let token: string;
let before: Traces;

beforeAll(async () => {
  fair = await startServicesTogether({ only: [] });
  const fairId = newId();
  token = await fair.tokens.sign({ accountId: newId(), operator: false, grants: [{ fairId, role: "organizer" }] });
  before = await calm(fair);
});
afterAll(() => fair.dispose());

const open = (auth: unknown): Socket =>
  io(fair.url, { path: "/live", transports: ["websocket"], auth: auth as object, reconnection: false, forceNew: true });

const next = <T>(socket: Socket, name: string): Promise<T> => new Promise((resolve) => socket.once(name, resolve));

/** What became of a handshake: `welcome`, the code with which it was refused, or `closed`. */
async function handshake(auth: unknown): Promise<string> {
  const socket = open(auth);
  const refused = next<Error & { data?: { code?: string } }>(socket, "connect_error");
  const outcome = await Promise.race([
    refused.then(({ data, message }) => data?.code ?? message),
    next(socket, "welcome").then(() => "welcome"),
    next(socket, "disconnect").then(() => "closed"),
  ]);
  socket.close();
  return outcome;
}

/** Longer ones are not answered: the connection is closed. */
const MESSAGE_LIMIT_BYTES = 15_000;

/** All that a client can send wrongly, made from the declared shape. */
function hostileTo(schema: (typeof clientMessages)[keyof typeof clientMessages] | typeof Handshake): unknown[] {
  const node = schemaOf(schema);
  if (node === undefined) throw new Error("a message without a shape");
  const sample = sampleOf(node);
  const replaced = placesOf(node, sample).flatMap((place) =>
    hostileAt(place).map(({ value }) => replaceAt(sample, place.path, value)),
  );
  return [undefined, ...replaced].filter((value) => Buffer.byteLength(JSON.stringify(value) ?? "") < MESSAGE_LIMIT_BYTES);
}

const PER_SOCKET = 30;

/** A socket takes only so many messages at once. */
async function answersTo(name: string, messages: readonly unknown[]): Promise<unknown[]> {
  const shares = Array.from({ length: Math.ceil(messages.length / PER_SOCKET) }, (_, index) =>
    messages.slice(index * PER_SOCKET, (index + 1) * PER_SOCKET),
  );
  const answers = await inParallel(
    shares,
    async (share) => {
      const socket = open({ token });
      await next(socket, "welcome");
      const all = await Promise.all(share.map((message) => socket.timeout(5_000).emitWithAck(name, message)));
      expect(socket.connected).toBe(true);
      socket.close();
      return all;
    },
    4,
  );
  return answers.flat();
}

describe("sockets", () => {
  test.each(Object.keys(clientMessages) as (keyof typeof clientMessages)[])(
    "answer every hostile %s with a code",
    async (name) => {
      const messages = hostileTo(clientMessages[name]);
      expect(messages.length).toBeGreaterThan(20);
      const answers = await answersTo(name, messages);
      const wrong = answers
        .map((answer, index) => ({ message: messages[index], answer }))
        .filter(({ answer }) => !isRefusal(answer));
      expect(wrong).toEqual([]);
    },
  );

  test("CURSOR_UNKNOWN: nobody acknowledges a place that is none", async () => {
    const answers = await answersTo("acknowledge", [
      { cursor: "zzzz" },
      { cursor: "k9999.00000000000000000001" },
      { cursor: "__proto__" },
    ]);
    expect(answers).toEqual(Array(3).fill({ ok: false, code: "CURSOR_UNKNOWN" }));
  });

  test("refuse handshakes that are none, and tokens that count for nothing", async () => {
    const junk = hostileTo(Handshake).filter((auth) => isRecord(auth) && !Handshake.safeParse(auth).success);
    const cast = await pretenders(fair, { fairId: newId(), ...nobodyElse });
    const tokens = cast.flatMap(({ token: forged }) => (forged === undefined ? [] : [{ token: forged }]));
    expect(junk.length).toBeGreaterThan(10);
    const outcomes = await inParallel([...junk, ...tokens], handshake, 8);
    expect(new Set(outcomes)).toEqual(new Set(["SIGN_IN_NEEDED"]));
    expect(new Set(await inParallel([[], ["token"], { token: "x".repeat(20_000) }], handshake))).toEqual(new Set(["closed"]));
  });

  test("that send too much are told so and closed", async () => {
    const socket = open({ token });
    await next(socket, "welcome");
    const told = next<Closing>(socket, "closing");
    const gone = next(socket, "disconnect");
    for (let sent = 0; sent < 200; sent++) socket.emit("watch", { rooms: [] });
    expect((await told).reason).toBe("tooManyMessages");
    await gone;
  });

  const frames: readonly (string | Uint8Array)[] = [
    "hello",
    "9",
    "4",
    "4\u0000",
    "40{",
    '40{"token":{"$gt":""}}',
    '40/nowhere,{"token":"x"}',
    '42["watch"]',
    "40",
    '40{}42["disconnect"]',
    '42["__proto__",{"admin":true}]',
    '451-["watch",{"_placeholder":true,"num":0}]',
    `42["watch","${"x".repeat(20_000)}"]`,
    `42${"[".repeat(8_000)}`,
    Uint8Array.from([0, 255, 1, 2]),
    new Uint8Array(100_000),
  ];

  test("survive frames that no client of ours would send", async () => {
    const live = `${fair.url.replace("http", "ws")}/live/?EIO=4&transport=websocket`;
    for (const frame of frames) {
      const raw = new WebSocket(live);
      const gone = once(raw, "close");
      await once(raw, "open");
      raw.on("error", () => undefined);
      raw.send("40");
      raw.send(frame);
      raw.close();
      await gone;
    }
    expect(await handshake({ token })).toBe("welcome");
  });

  test("are not held open at addresses where nothing listens, nor by other means of transport", async () => {
    const { hostname, port } = new URL(fair.url);
    const upgrade = (path: string) =>
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
    const paths = ["/", "/nowhere", "/api/venue/fairs", "/live/?EIO=4&transport=polling"];
    await inParallel(paths, async (path) => {
      const socket = connectTcp(Number(port), hostname);
      const gone = once(socket, "close");
      socket.resume().write(upgrade(path));
      const timer = setTimeout(() => socket.destroy(new Error(`${path} is held open`)), 10_000);
      await gone;
      clearTimeout(timer);
    });
    const polling = await send(fair.url, { method: "GET", path: "/live/?EIO=4&transport=polling" });
    expect(polling.status).toBe(400);
  });

  test("leave nothing: no record, no event, no error in the log, no open connection", async () => {
    expect(fair.errors).toEqual([]);
    expect(await tracesOf(fair)).toEqual(before);
    await eventually("no socket is left", async () => {
      const { text } = await send(fair.operationsUrl, { method: "GET", path: "/metrics" });
      return /^rialto_gateway_sockets(\{[^}]*\})? 0$/m.test(text);
    });
  });
});

/** Everything that a pretender claims to be may be made up. */
const anybody = { accountId: newId(), token: "", organizationId: newId(), representativeId: newId() };
const nobodyElse = {
  staff: { organizer: anybody, zoneManager: anybody, ceremonyHost: anybody },
  exhibitor: anybody,
  buyer: anybody,
  partner: anybody,
  stranger: anybody,
  ids: {},
};

/** Socket.IO itself refuses everything else. */
const isRecord = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

const isRefusal = (answer: unknown): boolean => {
  const { ok, code } = answer as { ok?: boolean; code?: string };
  return ok === false && code !== "INTERNAL" && /^[A-Z_]+$/.test(code ?? "");
};
