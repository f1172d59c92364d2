import type { ParkedMessage } from "@rialto/messaging/parking-lot";
import { mongo } from "mongoose";

type HeaderValue = ParkedMessage["headers"][string];

/** A parked message as MongoDB holds it. Headers are a list, since their names may hold dots and dollars. */
export interface ParkedDocument {
  _id: string;
  handler: string;
  topic: string;
  partition: number;
  offset: string;
  /** The offset as a number that sorts; exceeds 2^53. */
  order: mongo.Long;
  key: string;
  value: mongo.Binary | null;
  headers: { name: string; value?: mongo.Binary | mongo.Binary[] }[];
  reason: string;
  attempts: number;
  parkedAt: string;
}

const binary = (bytes: Uint8Array) => new mongo.Binary(bytes);
const bytesOf = (value: mongo.Binary): Uint8Array => Buffer.from(value.value());

const stored = (value: HeaderValue) =>
  value === undefined ? {} : { value: value instanceof Uint8Array ? binary(value) : value.map(binary) };

const read = (value: mongo.Binary | mongo.Binary[] | undefined): HeaderValue =>
  value === undefined ? undefined : Array.isArray(value) ? value.map(bytesOf) : bytesOf(value);

export function toDocument({ id, value, headers, ...rest }: ParkedMessage): ParkedDocument {
  return {
    _id: id,
    ...rest,
    order: mongo.Long.fromString(rest.offset),
    value: value === null ? null : binary(value),
    headers: Object.entries(headers).map(([name, header]) => ({ name, ...stored(header) })),
  };
}

export function toMessage({ _id, order: _order, value, headers, ...rest }: ParkedDocument): ParkedMessage {
  return {
    id: _id,
    ...rest,
    value: value === null ? null : bytesOf(value),
    headers: Object.fromEntries(headers.map((header) => [header.name, read(header.value)])),
  };
}
