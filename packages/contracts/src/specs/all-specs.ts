import { events } from "../event-catalog.ts";
import { operationsByContext } from "../operation-catalog.ts";
import { asyncApiOfKafka } from "./asyncapi-kafka.ts";
import { asyncApiOfSockets } from "./asyncapi-sockets.ts";
import type { JsonObject } from "./json.ts";
import { openApiOf } from "./openapi.ts";

/** Every specification by its file name. */
export function allSpecs(version: string): Readonly<Record<string, JsonObject>> {
  const info = { version };
  const rest = Object.entries(operationsByContext).map(([context, operations]) => [
    `${context}.openapi.json`,
    openApiOf(context, operations, info),
  ]);
  return {
    ...Object.fromEntries(rest),
    "events.asyncapi.json": asyncApiOfKafka(events, info),
    "live.asyncapi.json": asyncApiOfSockets(info),
  };
}
