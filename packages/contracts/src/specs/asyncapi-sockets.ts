import type { z } from "zod";
import { Answer, clientMessages, Handshake, serverMessages } from "../gateway/realtime.ts";
import type { JsonObject } from "./json.ts";
import type { SpecInfo } from "./openapi.ts";
import { type Components, createComponents, type Direction } from "./schemas.ts";

type Messages = Readonly<Record<string, z.ZodType>>;

const messageOf = (name: string, schema: z.ZodType, direction: Direction, components: Components): JsonObject => ({
  name,
  title: name,
  contentType: "application/json",
  payload: components.schemaOf(schema, direction),
});

const messagesOf = (messages: Messages, direction: Direction, components: Components): [string, JsonObject][] =>
  Object.entries(messages).map(([name, schema]) => [name, messageOf(name, schema, direction, components)]);

const channel = { $ref: "#/channels/live" };
const onChannel = (name: string): JsonObject => ({ $ref: `#/channels/live/messages/${name}` });

const sent = (name: string): [string, JsonObject] => [`send.${name}`, { action: "send", channel, messages: [onChannel(name)] }];

/** Answered through the acknowledgement of Socket.IO. */
const received = (name: string): [string, JsonObject] => [
  `receive.${name}`,
  { action: "receive", channel, messages: [onChannel(name)], reply: { channel, messages: [onChannel("answer")] } },
];

/** AsyncAPI 3.0 of the sockets, as the gateway sees them: it sends what clients receive. */
export function asyncApiOfSockets({ version }: SpecInfo): JsonObject {
  const components = createComponents();
  const messages = Object.fromEntries([
    ...messagesOf(serverMessages, "output", components),
    ...messagesOf(clientMessages, "input", components),
    ...messagesOf({ answer: Answer }, "output", components),
  ]);
  const names = Object.keys(messages);
  return {
    asyncapi: "3.0.0",
    info: {
      title: "Rialto: live",
      version,
      description: "Socket.IO 4, namespace /, path /live, WebSocket only. `auth` of the handshake is the schema Handshake.",
      license: { name: "Apache-2.0" },
    },
    defaultContentType: "application/json",
    servers: { gateway: { host: "127.0.0.1:4000", pathname: "/live", protocol: "socketio" } },
    channels: {
      live: {
        address: "/live",
        messages: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
      },
    },
    operations: Object.fromEntries([...Object.keys(serverMessages).map(sent), ...Object.keys(clientMessages).map(received)]),
    components: { messages, schemas: { Handshake: components.schemaOf(Handshake, "input"), ...components.schemas } },
  };
}
