import type { Operation } from "@rialto/contracts/kernel/operation";
import { z } from "zod";
import { type FieldError, fieldErrors, type InputPart, invalidInput } from "./field-errors.ts";

export interface RawInput {
  readonly params: unknown;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

export interface ParsedInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

function isList(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodArray) return true;
  const wrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable;
  return wrapped && isList(schema.unwrap());
}

/** `?tag=a` and `?tag=a&tag=b` are both lists when the operation says so. */
function withLists(schema: z.ZodObject, query: RawInput["query"]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const declared = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
      return [name, typeof value === "string" && declared !== undefined && isList(declared) ? [value] : value];
    }),
  );
}

const isEmptyObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

/** Clients that always send an object may do so where nothing is asked for. */
const bodyFor = (operation: Operation, body: unknown): unknown =>
  operation.body instanceof z.ZodUndefined && isEmptyObject(body) ? undefined : body;

/** Parses all three parts of a request; throws `INVALID_INPUT` that names every wrong field of every part. */
export function parseInput(operation: Operation, raw: RawInput): ParsedInput {
  const errors: FieldError[] = [];
  const parse = (part: InputPart, schema: z.ZodType, value: unknown): unknown => {
    const parsed = schema.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    errors.push(...fieldErrors(part, parsed.error));
    return undefined;
  };
  const input = {
    params: parse("params", operation.params, raw.params),
    query: parse("query", operation.query, withLists(operation.query, raw.query)),
    body: parse("body", operation.body, bodyFor(operation, raw.body)),
  };
  if (errors.length > 0) throw invalidInput(errors);
  return input;
}
