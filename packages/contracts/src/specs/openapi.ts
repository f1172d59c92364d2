import { generalRefusals } from "../kernel/general-refusals.ts";
import type { Operation } from "../kernel/operation.ts";
import type { Policy } from "../kernel/policy.ts";
import { publicPath } from "../kernel/public-path.ts";
import type { RefusalEntry } from "../kernel/refusal.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { internalResponse, problemResponse, problemSchema } from "./problem-schema.ts";
import { asJson, type Components, createComponents } from "./schemas.ts";

export interface SpecInfo {
  readonly version: string;
}

const idempotencyKey: JsonObject = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "The same key answers with the first result, however often the request is sent",
  schema: { type: "string", pattern: "^[\\x21-\\x7e]{1,200}$" },
};

const membersOf = (schema: JsonObject, name: string): JsonObject => (isObject(schema[name]) ? schema[name] : {});

/** One parameter for each member of an object schema. */
function parametersFrom(schema: JsonObject, place: "path" | "query", example: unknown): JsonObject[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const examples = asJson(example);
  return Object.entries(membersOf(schema, "properties")).map(([name, member]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: member,
    ...(isObject(examples) && examples[name] !== undefined ? { example: examples[name] } : {}),
  }));
}

const parametersOf = ({ method, params, query, example }: Operation, components: Components): JsonObject[] => [
  ...parametersFrom(components.schemaOf(params, "input"), "path", example.params),
  // Parsed, because an address holds text only: an example may say "1" where a number is meant.
  ...parametersFrom(components.schemaOf(query, "input"), "query", example.query && query.parse(example.query)),
  ...(method === "get" ? [] : [{ $ref: "#/components/parameters/IdempotencyKey" }]),
];

const hasNothing = (schema: Operation["body"]): boolean => schema.def.type === "undefined" || schema.def.type === "void";

const jsonContent = (schema: JsonObject, example: unknown): JsonObject => ({
  "application/json": { schema, example: asJson(example) },
});

function requestBodyOf({ body, example }: Operation, components: Components): JsonObject {
  if (hasNothing(body)) return {};
  const content = jsonContent(components.schemaOf(body, "input"), example.body);
  return { requestBody: { required: !body.safeParse(undefined).success, content } };
}

function successOf({ status, result, example }: Operation, components: Components): JsonObject {
  if (status === 204 || hasNothing(result)) return { [status]: { description: "Done" } };
  return { [status]: { description: "Done", content: jsonContent(components.schemaOf(result, "output"), example.result) } };
}

type GeneralCode = keyof typeof generalRefusals;

/** What the kit refuses before and after the operation's own rules. */
function generalCodesOf({ policy, method, body }: Operation): GeneralCode[] {
  return [
    ...(hasNothing(body) ? [] : (["MALFORMED_REQUEST", "BODY_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE"] as const)),
    ...(policy.kind === "public" ? [] : (["SIGN_IN_NEEDED"] as const)),
    ...(policy.kind === "fair" || policy.kind === "operator" ? (["FORBIDDEN"] as const) : []),
    "INVALID_INPUT",
    ...(method === "get" ? [] : (["IDEMPOTENCY_KEY_REUSED"] as const)),
    "TOO_MANY_REQUESTS",
    "SERVICE_BUSY",
  ];
}

/** Many operations refuse alike: each such response is written once. */
function sharedResponse(refusals: readonly (readonly [string, RefusalEntry])[], responses: JsonObject): JsonObject {
  const name = refusals.map(([code]) => code).join("-");
  responses[name] ??= problemResponse(refusals);
  return { $ref: `#/components/responses/${name}` };
}

function refusalsOf(operation: Operation, responses: JsonObject): JsonObject {
  const general = generalCodesOf(operation).map((code): [string, RefusalEntry] => [code, generalRefusals[code]]);
  const all = [...general, ...Object.entries(operation.refusals)];
  const byStatus = Object.groupBy(all, ([, { status }]) => String(status));
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, refusals = []]) => [status, sharedResponse(refusals, responses)]),
  );
}

const whoMay = (policy: Policy): string => {
  switch (policy.kind) {
    case "public":
      return "Anybody.";
    case "signedIn":
      return "Anybody who is signed in.";
    case "operator":
      return "Operators of the system.";
    case "fair":
      return `At this fair: ${policy.roles.join(", ")}.`;
  }
};

function pathItemOf(operation: Operation, components: Components, responses: JsonObject): JsonObject {
  const { id, context, summary, policy, perMinute } = operation;
  return {
    operationId: id,
    tags: [context],
    summary,
    description: whoMay(policy),
    security: policy.kind === "public" ? [] : [{ accessToken: [] }],
    "x-policy": asJson(policy),
    ...(perMinute === undefined ? {} : { "x-calls-per-minute": perMinute }),
    parameters: parametersOf(operation, components),
    ...requestBodyOf(operation, components),
    responses: {
      ...successOf(operation, components),
      ...refusalsOf(operation, responses),
      500: { $ref: "#/components/responses/INTERNAL" },
    },
  };
}

const toTemplate = (path: string): string => path.replaceAll(/:(\w+)/g, "{$1}");

function pathsOf(operations: readonly Operation[], components: Components, responses: JsonObject): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const operation of operations) {
    const path = toTemplate(publicPath(operation));
    paths[path] = { ...paths[path], [operation.method]: pathItemOf(operation, components, responses) };
  }
  return paths;
}

const securitySchemes: Json = {
  accessToken: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "EdDSA, verified with the registry's keys" },
};

/** OpenAPI 3.1 of one context. */
export function openApiOf(context: string, operations: readonly Operation[], { version }: SpecInfo): JsonObject {
  const components = createComponents();
  const responses: JsonObject = { INTERNAL: internalResponse };
  const paths = pathsOf(operations, components, responses);
  return {
    openapi: "3.1.1",
    info: {
      title: `Rialto: ${context}`,
      version,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    tags: [{ name: context }],
    paths,
    components: {
      securitySchemes,
      parameters: { IdempotencyKey: idempotencyKey },
      responses,
      schemas: { Problem: problemSchema, ...components.schemas },
    },
  };
}
