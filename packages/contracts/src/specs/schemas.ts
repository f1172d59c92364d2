import { z } from "zod";
import { isObject, isSame, type Json, type JsonObject } from "./json.ts";

/** `input`: what a sender may write; `output`: what a reader gets. */
export type Direction = "input" | "output";

function replaceTitled(value: Json, into: Components): Json {
  if (Array.isArray(value)) return value.map((item) => replaceTitled(item, into));
  if (!isObject(value)) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaceTitled(member, into)]));
  return typeof inner.title === "string" && ("type" in inner || "oneOf" in inner || "anyOf" in inner)
    ? into.keep(inner.title, inner)
    : inner;
}

/** Named schemas of one document: what carries a title is written once and referred to. */
export interface Components {
  /** JSON Schema 2020-12 of a zod schema. */
  schemaOf(schema: z.ZodType, direction: Direction): JsonObject;
  keep(title: string, schema: JsonObject): JsonObject;
  readonly schemas: JsonObject;
}

export function createComponents(): Components {
  const schemas: JsonObject = {};
  const components: Components = {
    schemas,
    schemaOf(schema, direction) {
      const { $schema: _, ...json } = z.toJSONSchema(schema, { io: direction, target: "draft-2020-12" });
      // zod's own type is wider than JSON: it allows members that are undefined.
      return replaceTitled(JSON.parse(JSON.stringify(json)), components) as JsonObject;
    },
    keep(title, schema) {
      schemas[title] ??= schema;
      // The same title may look different to a writer and to a reader; then the second stays where it is.
      return isSame(schemas[title], schema) ? { $ref: `#/components/schemas/${title}` } : schema;
    },
  };
  return components;
}

/** Declared in the contracts, so it is JSON; a copy, so that nobody changes them. */
export const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null));
