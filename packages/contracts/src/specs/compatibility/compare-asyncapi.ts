import { isObject, isSame, type Json, type JsonObject } from "../json.ts";
import type { Direction } from "../schemas.ts";
import { compareSchemas } from "./compare-schemas.ts";

const objectIn = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
const listIn = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

const messagesOf = (root: JsonObject): JsonObject => objectIn(objectIn(root.components).messages);

/** A message that the described side receives is written by others. */
function directionOf(root: JsonObject, name: string): Direction {
  const received = Object.values(objectIn(root.operations)).some((operation) => {
    const { action, messages } = objectIn(operation);
    return (
      action === "receive" && listIn(messages).some((message) => String(objectIn(message).$ref).endsWith(`/messages/${name}`))
    );
  });
  return received ? "input" : "output";
}

function compareMessages(before: JsonObject, after: JsonObject): string[] {
  const there = messagesOf(after);
  return Object.entries(messagesOf(before)).flatMap(([name, message]) => {
    if (!(name in there)) return [`${name} is gone`];
    const [was, is] = [objectIn(message), objectIn(there[name])];
    const key = was["x-key"] === is["x-key"] ? [] : [`${name}: key was ${was["x-key"]}, is ${is["x-key"]}`];
    const places = [
      { schema: was.payload, root: before, where: name },
      { schema: is.payload, root: after, where: name },
    ] as const;
    return [...key, ...compareSchemas(...places, directionOf(before, name))];
  });
}

/** Topics keep their names, their partitions (the order per key depends on them) and their messages. */
function compareChannels(before: JsonObject, after: JsonObject): string[] {
  const there = objectIn(after.channels);
  return Object.entries(objectIn(before.channels)).flatMap(([name, channel]) => {
    if (!(name in there)) return [`channel ${name} is gone`];
    const [was, is] = [objectIn(channel), objectIn(there[name])];
    const moved = Object.keys(objectIn(was.messages)).filter((message) => !(message in objectIn(is.messages)));
    return [
      ...(was.address === is.address ? [] : [`channel ${name}: address was ${was.address}, is ${is.address}`]),
      ...(isSame(was.bindings ?? null, is.bindings ?? null) ? [] : [`channel ${name}: its bindings have changed`]),
      ...moved.map((message) => `channel ${name}: ${message} is gone`),
    ];
  });
}

function compareTraits(before: JsonObject, after: JsonObject): string[] {
  const there = objectIn(objectIn(after.components).messageTraits);
  return Object.entries(objectIn(objectIn(before.components).messageTraits)).flatMap(([name, trait]) => {
    const where = `headers of ${name}`;
    const [was, is] = [objectIn(trait), objectIn(there[name])];
    return compareSchemas({ schema: was.headers, root: before, where }, { schema: is.headers, root: after, where }, "output");
  });
}

/** Every way in which one AsyncAPI document breaks the readers and writers of an earlier one. */
export const compareAsyncApi = (before: JsonObject, after: JsonObject): string[] => [
  ...compareChannels(before, after),
  ...compareMessages(before, after),
  ...compareTraits(before, after),
];
