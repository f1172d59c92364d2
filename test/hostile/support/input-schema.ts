import fc from "fast-check";
import { z } from "zod";

/** As much of a JSON Schema as the contracts make use of. */
export interface SchemaNode {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly additionalProperties?: unknown;
  readonly example?: unknown;
}

/** What a caller may send, as JSON Schema; `undefined` where nothing may be sent. */
export const schemaOf = (schema: z.ZodType): SchemaNode | undefined =>
  schema instanceof z.ZodUndefined ? undefined : (z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as SchemaNode);

export const variantsOf = (node: SchemaNode): readonly SchemaNode[] => node.anyOf ?? node.oneOf ?? [node];

const formats: Readonly<Record<string, string>> = {
  uuid: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0999",
  "date-time": "2026-09-01T10:05:00.000Z",
  date: "2026-09-01",
  uri: "https://fair.example/",
  email: "somebody@fair.example",
};

const isText = ({ pattern }: SchemaNode) => pattern?.includes("\\p{Cc}") === true;

function sampleString(node: SchemaNode): string {
  const known = node.example ?? formats[node.format ?? ""];
  if (typeof known === "string") return known;
  if (node.pattern === undefined || isText(node)) return "a".repeat(Math.max(4, node.minLength ?? 0));
  return fc.sample(fc.stringMatching(new RegExp(node.pattern)), { numRuns: 1, seed: 1 })[0] ?? "";
}

/** Something valid, with every optional field. */
export function sampleOf(node: SchemaNode): unknown {
  const [first = node] = variantsOf(node);
  if (first !== node) return sampleOf(first);
  if (node.const !== undefined) return node.const;
  if (node.enum !== undefined) return node.enum[0];
  switch (node.type) {
    case "object":
      return Object.fromEntries(Object.entries(node.properties ?? {}).map(([name, property]) => [name, sampleOf(property)]));
    case "array":
      return variantsOf(node.items ?? {})
        .map(sampleOf)
        .slice(0, node.maxItems);
    case "integer":
    case "number":
      return node.minimum ?? 1;
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return sampleString(node);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The example, completed by samples of all that it leaves out. */
export function complete(node: SchemaNode, example: unknown): unknown {
  if (example === undefined) return sampleOf(node);
  if (node.type === "object" && isObject(example)) {
    const entries = Object.entries(node.properties ?? {});
    return Object.fromEntries(entries.map(([name, property]) => [name, complete(property, example[name])]));
  }
  const variants = variantsOf(node.items ?? {});
  // A list of several kinds of things gets one of each.
  if (node.type === "array" && (variants.length > 1 || (Array.isArray(example) && example.length === 0))) return sampleOf(node);
  return example;
}

export type Path = readonly (string | number)[];

/** Somewhere in an input. */
export interface Place {
  readonly path: Path;
  readonly node: SchemaNode;
  readonly value: unknown;
  readonly required: boolean;
}

const fits = (node: SchemaNode, value: unknown): boolean =>
  isObject(value) &&
  Object.entries(node.properties ?? {}).every(([name, { const: fixed }]) => fixed === undefined || value[name] === fixed);

/** Every place of a complete input, from the outside in; of lists the first entry, or one of each kind. */
export function placesOf(node: SchemaNode, value: unknown, path: Path = [], required = true): Place[] {
  const variants = variantsOf(node);
  const fitting = variants.length === 1 ? node : (variants.find((one) => fits(one, value)) ?? variants[0] ?? node);
  const here: Place = { path, node: variants.length === 1 ? node : { ...fitting, anyOf: variants }, value, required };
  return [here, ...placesBelow(fitting, value, path)];
}

function placesBelow(node: SchemaNode, value: unknown, path: Path): Place[] {
  if (isObject(value)) {
    return Object.entries(node.properties ?? {}).flatMap(([name, property]) =>
      placesOf(property, value[name], [...path, name], node.required?.includes(name) ?? false),
    );
  }
  if (!Array.isArray(value) || node.items === undefined) return [];
  const { items } = node;
  const shown = variantsOf(items).length > 1 ? value : value.slice(0, 1);
  return shown.flatMap((entry, index) => placesOf(items, entry, [...path, index]));
}

export const absent = Symbol("absent");

/** A copy with something else at one place; `absent` takes it away. */
export function replaceAt(whole: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(whole)) return whole.map((entry, index) => (index === key ? replaceAt(entry, rest, value) : entry));
  const copy = Object.entries(whole as Record<string, unknown>);
  return Object.fromEntries(
    copy.flatMap(([name, entry]) => {
      const next = name === key ? replaceAt(entry, rest, value) : entry;
      return next === absent ? [] : [[name, next]];
    }),
  );
}
