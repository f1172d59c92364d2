import type { Operation } from "@rialto/contracts/kernel/operation";
import fc, { type Arbitrary } from "fast-check";
import { complete, placesOf, replaceAt, type SchemaNode, schemaOf, variantsOf } from "./input-schema.ts";
import type { OperationInput } from "./send.ts";
import { sameThing, validInput } from "./valid-input.ts";
import type { World } from "./world.ts";

/** All of it is text that somebody may type, paste or be called. */
const pieces = [
  "مرحبا",
  "שלום",
  "\u202eleft\u202c",
  "👩‍👩‍👧‍👦",
  "🇨🇳",
  "e\u0301\u0327",
  "𠮷野家",
  "ﷺ",
  "\u200b\u2060",
  "\u2028",
  "\ufeff",
  "石狮优品",
  "İıſß",
  "$where",
  "__proto__",
  "constructor",
  "'; drop table offers; --",
  "<script>alert(1)</script>",
  "{{7*7}} #{7*7}",
  "%00 %n %s",
  "(a+)+$ [^x]*",
  "../../etc/passwd",
  "=cmd|' /C calc'!A1",
  "NaN",
  "null",
  "-0",
];

const fitted = (text: string, { minLength = 0, maxLength = 5_000 }: SchemaNode): string => {
  let kept = "";
  for (const character of text.padEnd(minLength, "界")) if (kept.length + character.length <= maxLength) kept += character;
  return kept;
};

const instants = ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z", "2026-09-01T10:05:00.000Z", "9999-12-31T23:59:59.999Z"];
const dates = ["0001-01-01", "1970-01-01", "2024-02-29", "2026-09-01", "9999-12-31"];
/** The fair that is called, and another one. */
export interface Worlds {
  readonly here: World;
  readonly elsewhere: World;
}

const slots = ["d1-0930", "d1-1000", "d1-1730", "d9-0000", "d99-9999"];

const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
const someId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0999";

/** What gets past the first look at a field of this name; half of the calls have it. */
const plausible: Readonly<Record<string, readonly unknown[]>> = {
  email: ["o'brien+$gt@hostile.example", "x@xn--fiqs8s.example", "A.B@HOSTILE.EXAMPLE"],
  timeZone: ["UTC", "Asia/Shanghai", "Etc/GMT+12", "Pacific/Apia", "+05:30"],
  cursor: [
    cursor("2026-09-01T10:05:00.000Z", someId),
    cursor("never", "nobody"),
    cursor("$gt", "__proto__"),
    cursor("\u0000", "\ud800"),
    cursor("", ""),
    cursor(1, 2),
    cursor({ $gt: "" }, { $gt: "" }),
  ],
  before: ["k0001.00000000000000000042", "k0000.00000000000000000000", "k0001.99999999999999999999"],
  seenMoves: [1, 2, 3, 4],
  country: ["CN", "ZZ"],
};
/** Whose identifier a field of this name takes: that of an own thing, or of any other. */
function idsFor(name: string, { here, elsewhere }: Worlds): Arbitrary<string> {
  const own = here.ids[name] ?? here.ids[sameThing[name] ?? ""];
  const others = [here, elsewhere].flatMap(({ ids }) =>
    Object.entries(ids).flatMap(([kind, id]) => (kind === "code" ? [] : [id])),
  );
  const any = fc.constantFrom(...others, someId);
  return own === undefined ? any : fc.oneof({ weight: 3, arbitrary: fc.constant(own) }, any);
}

function anyString(node: SchemaNode, name: string, worlds: Worlds): Arbitrary<string> {
  const { format, pattern, enum: list } = node;
  if (list !== undefined) return fc.constantFrom(...(list as string[]));
  if (format === "uuid") return idsFor(name, worlds);
  if (format === "date-time") return fc.constantFrom(...instants);
  if (format === "date") return fc.constantFrom(...dates);
  if (format === "uri") return fc.constantFrom("https://fair.example/\u202e", "http://[::1]/", "https://xn--fiqs8s/?a=$gt");
  if (pattern?.startsWith("^d[1-9]")) return fc.constantFrom(...slots);
  if (pattern !== undefined && !pattern.includes("\\p{")) return fc.stringMatching(new RegExp(pattern));
  return fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 40 }).map((some) => fitted(some.join(" "), node));
}

function anyNumber({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum }: SchemaNode): Arbitrary<number> {
  const min = minimum ?? exclusiveMinimum ?? 0;
  const max = maximum ?? exclusiveMaximum ?? Number.MAX_SAFE_INTEGER;
  if (type === "integer") return fc.integer({ min, max });
  return fc.oneof(fc.double({ min, max, noNaN: true }), fc.constantFrom(Number.MIN_VALUE, max, (min + max) / 2));
}

/** Anything that the schema allows, as far as JSON Schema can say it; the strange is likelier than among people. */
export function anythingOf(node: SchemaNode, worlds: Worlds, name = ""): Arbitrary<unknown> {
  const known = plausible[name];
  const any = anyOf(node, worlds, name);
  return known === undefined ? any : fc.oneof(any, fc.constantFrom(...known));
}

function anyOf(node: SchemaNode, worlds: Worlds, name: string): Arbitrary<unknown> {
  const variants = variantsOf(node);
  if (variants[0] !== node) return fc.oneof(...variants.map((one) => anythingOf(one, worlds, name)));
  if (node.const !== undefined) return fc.constant(node.const);
  switch (node.type) {
    case "object": {
      const fields = Object.entries(node.properties ?? {}).map(([each, one]) => [each, anythingOf(one, worlds, each)] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: [...(node.required ?? [])] });
    }
    case "array":
      return fc.array(anythingOf(node.items ?? {}, worlds, name), {
        minLength: node.minItems ?? 0,
        maxLength: Math.min(node.maxItems ?? 5, 5),
      });
    case "integer":
    case "number":
      return anyNumber(node);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return anyString(node, name, worlds);
  }
}

/** Most fields of a query can be left out, and most people leave out most. */
const fewOf = (query: Record<string, unknown>, kept: number): Record<string, unknown> =>
  Object.fromEntries(Object.entries(query).filter((_, index, { length }) => index % length === kept % length || kept > 6));

/** Input that the operation's schemas allow, about things of both fairs and of none. */
export function strangeInput(operation: Operation, worlds: Worlds): Arbitrary<OperationInput> {
  const { here, elsewhere } = worlds;
  const params = Object.entries(validInput(operation, here).params ?? {}).map(([name, value]) => {
    const others = name === "fairId" ? [] : [elsewhere.ids[name] ?? value, name === "code" ? "%_.*" : someId];
    return [name, fc.constantFrom(value, value, value, ...others)] as const;
  });
  const [query, body] = [schemaOf(operation.query), schemaOf(operation.body)];
  const queries = anythingOf(query ?? {}, worlds) as Arbitrary<Record<string, unknown>>;
  return fc.record({
    params: fc.record(Object.fromEntries(params)),
    query: query === undefined ? fc.constant({}) : fc.tuple(queries, fc.nat(9)).map(([all, kept]) => fewOf(all, kept)),
    body: body === undefined ? fc.constant(undefined) : anythingOf(body, worlds),
  });
}

/** A good body with anything at all in one place. */
export function spoiltBody(operation: Operation, world: World): Arbitrary<OperationInput> | undefined {
  const schema = schemaOf(operation.body);
  if (schema === undefined) return undefined;
  const input = validInput(operation, world);
  const whole = complete(schema, input.body);
  const places = placesOf(schema, whole);
  return fc
    .tuple(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 4, stringUnit: "binary" }))
    .map(([{ path }, value]) => ({ ...input, body: replaceAt(whole, path, value) }));
}
