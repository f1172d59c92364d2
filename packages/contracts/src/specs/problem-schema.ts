import { internalError } from "../kernel/general-refusals.ts";
import type { RefusalEntry } from "../kernel/refusal.ts";
import type { JsonObject } from "./json.ts";

/** RFC 9457, as the services answer it. */
export const problemSchema: JsonObject = {
  title: "Problem",
  description: "RFC 9457 problem details. Refusals may add members of their own.",
  type: "object",
  properties: {
    type: { type: "string", format: "uri-reference" },
    title: { type: "string", description: "For people, in the language of Accept-Language (en, zh)" },
    status: { type: "integer" },
    code: { type: "string", description: "For programs; stable" },
    instance: { type: "string", format: "uri" },
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: {
          in: { enum: ["params", "query", "body", "headers"] },
          field: { type: "string" },
          code: { type: "string" },
          message: { type: "string" },
        },
        required: ["in", "field", "code", "message"],
      },
    },
  },
  required: ["type", "title", "status", "code", "instance"],
};

const problemExample = (code: string, { status, title }: Pick<RefusalEntry, "title"> & { status: number }): JsonObject => ({
  type: `/problems/${code.toLowerCase().replaceAll("_", "-")}`,
  title: title.en,
  status,
  code,
  instance: "urn:uuid:01990f1e-5d7a-7c3e-9b1a-3f6c2d8e4a10",
});

/** The response for all refusals of one status, with an example each. */
export const problemResponse = (refusals: readonly (readonly [code: string, entry: RefusalEntry])[]): JsonObject => ({
  description: refusals.map(([code, { title }]) => `${code}: ${title.en}`).join("\n\n"),
  content: {
    "application/problem+json": {
      schema: { $ref: "#/components/schemas/Problem" },
      examples: Object.fromEntries(refusals.map(([code, entry]) => [code, { value: problemExample(code, entry) }])),
    },
  },
});

export const internalResponse: JsonObject = {
  description: `${internalError.code}: ${internalError.title.en}`,
  content: {
    "application/problem+json": {
      schema: { $ref: "#/components/schemas/Problem" },
      example: problemExample(internalError.code, internalError),
    },
  },
};
