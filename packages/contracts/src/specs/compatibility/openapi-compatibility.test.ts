import { describe, expect, test } from "vitest";
import { z } from "zod";
import { defineOperation } from "../../kernel/operation.ts";
import { anyone, atFair, type Policy, signedIn } from "../../kernel/policy.ts";
import { openApiOf } from "../openapi.ts";
import { compareSpecs } from "./compare-specs.ts";

interface Parts {
  readonly id?: string;
  readonly path?: string;
  readonly policy?: Policy;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  readonly result?: z.ZodType;
  readonly status?: number;
  readonly refusedWith?: 403 | 409;
}

const body = {
  name: z.string().max(40),
  kind: z.enum(["a", "b"]),
  note: z.string().optional(),
  count: z.int().min(1).max(9),
};

const result = {
  id: z.uuid(),
  status: z.enum(["open", "closed"]),
  note: z.string().optional(),
  items: z.array(z.object({ n: z.number() })),
  state: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("empty") }),
    z.object({ kind: z.literal("full"), by: z.string() }),
  ]),
};

const page = { limit: z.coerce.number().int().max(200).default(50) };

const specOf = (parts: Parts = {}) => {
  const operation = defineOperation({
    id: parts.id ?? "makeThing",
    context: "toys",
    method: "post",
    path: parts.path ?? "/fairs/:fairId/things",
    summary: "Makes a thing",
    policy: parts.policy ?? atFair("organizer", "exhibitor"),
    params: z.object({ fairId: z.uuid() }),
    query: parts.query ?? z.object(page),
    body: parts.body ?? z.strictObject(body),
    result: parts.result ?? z.object(result),
    status: parts.status ?? 201,
    refusals: { THING_TAKEN: { status: parts.refusedWith ?? 409, title: { en: "Taken", zh: "已占用" } } },
    example: { result: {} as never },
  });
  return openApiOf("toys", [operation], { version: "0.1.0" });
};

const released = specOf();
const broken = (parts: Parts) => compareSpecs(released, specOf(parts));
const { name: _name, ...nameless } = body;
const { note: _note, ...noteless } = result;

test("nothing changed: nothing is broken", () => {
  expect(broken({})).toEqual([]);
});

test.each<[string, Parts]>([
  ["an optional field of a command", { body: z.strictObject({ ...body, colour: z.string().optional() }) }],
  ["a field of a command that became optional", { body: z.strictObject({ ...body, name: z.string().max(40).optional() }) }],
  ["a value that is taken", { body: z.strictObject({ ...body, kind: z.enum(["a", "b", "c"]) }) }],
  ["wider bounds", { body: z.strictObject({ ...body, name: z.string().max(80), count: z.int().min(0).max(99) }) }],
  ["a wider type that is taken", { body: z.strictObject({ ...body, name: z.string().max(40).nullable() }) }],
  ["a field of a result", { result: z.object({ ...result, more: z.string() }) }],
  ["a result's field that is always there now", { result: z.object({ ...result, note: z.string() }) }],
  ["a value of a result", { result: z.object({ ...result, status: z.enum(["open", "closed", "moved"]) }) }],
  [
    "a variant of a result",
    {
      result: z.object({
        ...result,
        state: z.discriminatedUnion("kind", [...result.state.options, z.object({ kind: z.literal("new") })]),
      }),
    },
  ],
  ["an optional query parameter", { query: z.object({ ...page, tag: z.string().optional() }) }],
  ["a role", { policy: atFair("organizer", "exhibitor", "buyer") }],
  ["everybody", { policy: anyone }],
])("an addition passes: %s", (_what, parts) => {
  expect(broken(parts)).toEqual([]);
});

describe("a removal or another meaning fails", () => {
  test.each<[string, Parts, string]>([
    ["the operation is gone", { id: "buildThing" }, "makeThing is gone"],
    [
      "the address",
      { path: "/fairs/:fairId/stuff" },
      "makeThing: address was POST /api/toys/fairs/{fairId}/things, is POST /api/toys/fairs/{fairId}/stuff",
    ],
    ["the status", { status: 200 }, "makeThing result: status was 201, is 200"],
    ["a refusal's status", { refusedWith: 403 }, "makeThing: THING_TAKEN was 409, is 403"],
    ["a role fewer", { policy: atFair("organizer") }, "makeThing: not for exhibitor any more"],
    ["another policy", { policy: signedIn }, "makeThing: policy was fair, is signedIn"],
    ["a field of a command is gone", { body: z.strictObject(nameless) }, "makeThing body.name is gone"],
    [
      "a required field added to a command",
      { body: z.strictObject({ ...body, colour: z.string() }) },
      "makeThing body.colour is required now",
    ],
    [
      "a field of a command that became required",
      { body: z.strictObject({ ...body, note: z.string() }) },
      "makeThing body.note is required now",
    ],
    [
      "a type changed",
      { body: z.strictObject({ ...body, count: z.string() }) },
      "makeThing body.count: type was integer, is string",
    ],
    [
      "a value that is not taken any more",
      { body: z.strictObject({ ...body, kind: z.enum(["a"]) }) },
      'makeThing body.kind: the value "b" is gone',
    ],
    [
      "tighter bounds",
      { body: z.strictObject({ ...body, name: z.string().max(20) }) },
      "makeThing body.name: maxLength was 40, is 20",
    ],
    [
      "a pattern that was not there",
      { body: z.strictObject({ ...body, note: z.string().regex(/^x/).optional() }) },
      "makeThing body.note: pattern was none, is ^x",
    ],
    ["a field of a result is gone", { result: z.object(noteless) }, "makeThing result.note is gone"],
    [
      "a result's field that is not always there any more",
      { result: z.object({ ...result, id: z.uuid().optional() }) },
      "makeThing result.id is not always there any more",
    ],
    [
      "a result's type is wider",
      { result: z.object({ ...result, id: z.uuid().nullable() }) },
      "makeThing result.id: type was string, is any",
    ],
    [
      "a result's form is another",
      { result: z.object({ ...result, id: z.iso.datetime() }) },
      "makeThing result.id: format was uuid, is date-time",
    ],
    [
      "deep inside a list",
      { result: z.object({ ...result, items: z.array(z.object({ n: z.string() })) }) },
      "makeThing result.items[].n: type was number, is string",
    ],
    [
      "a value of a result is gone",
      { result: z.object({ ...result, status: z.enum(["open"]) }) },
      'makeThing result.status: the value "closed" is gone',
    ],
    [
      "a variant is gone",
      { result: z.object({ ...result, state: z.discriminatedUnion("kind", [result.state.options[0]]) }) },
      'makeThing result.state: ["full"] is gone',
    ],
    [
      "a variant lost a field",
      {
        result: z.object({
          ...result,
          state: z.discriminatedUnion("kind", [result.state.options[0], z.object({ kind: z.literal("full") })]),
        }),
      },
      "makeThing result.state|.by is gone",
    ],
    ["a query parameter is gone", { query: z.object({}) }, "makeThing query limit is gone"],
    ["a required query parameter", { query: z.object({ ...page, day: z.string() }) }, "makeThing query day is required now"],
    [
      "another default",
      { query: z.object({ limit: z.coerce.number().int().max(200).default(20) }) },
      "makeThing query limit: default was 50, is 20",
    ],
  ])("%s", (_what, parts, finding) => {
    expect(broken(parts)).toContain(finding);
  });

  test("the whole specification is gone", () => {
    expect(compareSpecs(released, undefined)).toEqual(["the whole specification is gone"]);
  });
});
