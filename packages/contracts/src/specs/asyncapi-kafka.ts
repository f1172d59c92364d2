import type { EventDefinition, Topic } from "../kernel/event.ts";
import type { JsonObject } from "./json.ts";
import type { SpecInfo } from "./openapi.ts";
import { asJson, type Components, createComponents } from "./schemas.ts";

const uuid = { type: "string", format: "uuid" };
const text = { type: "string" };

/** CloudEvents 1.0.2, Kafka protocol binding, binary content mode. Header values are UTF-8. */
const cloudEventHeaders: JsonObject = {
  type: "object",
  properties: {
    "content-type": { const: "application/json" },
    ce_specversion: { const: "1.0" },
    ce_type: { ...text, description: "The message's name" },
    ce_id: uuid,
    ce_source: { type: "string", pattern: "^/rialto/" },
    ce_subject: { ...text, description: "The aggregate; equal to the key" },
    ce_partitionkey: text,
    ce_time: { type: "string", format: "date-time" },
    ce_sequence: { type: "string", pattern: "^[1-9]\\d*$", description: "1, 2, 3, ... per aggregate, without gaps" },
    ce_correlationid: uuid,
    ce_causationid: uuid,
    ce_actorid: uuid,
    traceparent: { ...text, description: "W3C Trace Context" },
  },
  required: [
    "content-type",
    "ce_specversion",
    "ce_type",
    "ce_id",
    "ce_source",
    "ce_subject",
    "ce_partitionkey",
    "ce_time",
    "ce_sequence",
    "ce_correlationid",
  ],
};

const messageOf = (event: EventDefinition, components: Components): JsonObject => ({
  name: event.type,
  title: event.type,
  summary: event.description,
  traits: [{ $ref: "#/components/messageTraits/cloudEvent" }],
  payload: components.schemaOf(event.data, "output"),
  bindings: { kafka: { key: { type: "string", description: `${event.key} of the payload` }, bindingVersion: "0.5.0" } },
  "x-key": event.key,
  examples: [{ name: "example", payload: asJson(event.example) }],
});

const channelOf = (topic: Topic, events: readonly EventDefinition[]): JsonObject => ({
  address: topic.name,
  messages: Object.fromEntries(events.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }])),
  bindings: { kafka: { topic: topic.name, partitions: topic.partitions, bindingVersion: "0.5.0" } },
});

const channelId = (topic: Topic): string => topic.name;

/** Who writes a topic: the context that its name begins with. Anybody may read. */
const operationsOf = (topic: Topic, events: readonly EventDefinition[]): [string, JsonObject][] => {
  const channel = { $ref: `#/channels/${channelId(topic)}` };
  const messages = events.map(({ type }) => ({ $ref: `#/channels/${channelId(topic)}/messages/${type}` }));
  const context = topic.name.split(".")[0] ?? topic.name;
  return [[`publish.${topic.name}`, { action: "send", summary: `${context} tells what happened`, channel, messages }]];
};

/** AsyncAPI 3.0 of everything that travels through Kafka. */
export function asyncApiOfKafka(events: readonly EventDefinition[], { version }: SpecInfo): JsonObject {
  const components = createComponents();
  const topics = [...new Map(events.map(({ topic }) => [topic.name, topic])).values()];
  const onTopic = (topic: Topic) => events.filter((event) => event.topic.name === topic.name);
  const messages = Object.fromEntries(events.map((event) => [event.type, messageOf(event, components)]));
  return {
    asyncapi: "3.0.0",
    info: {
      title: "Rialto: events",
      version,
      description: "CloudEvents 1.0 in binary mode. Order holds per key; events may repeat; additions within a version are free.",
      license: { name: "Apache-2.0" },
    },
    defaultContentType: "application/json",
    servers: { kafka: { host: "127.0.0.1:9092", protocol: "kafka" } },
    channels: Object.fromEntries(topics.map((topic) => [channelId(topic), channelOf(topic, onTopic(topic))])),
    operations: Object.fromEntries(topics.flatMap((topic) => operationsOf(topic, onTopic(topic)))),
    components: {
      messageTraits: { cloudEvent: { contentType: "application/json", headers: cloudEventHeaders } },
      messages,
      schemas: components.schemas,
    },
  };
}
