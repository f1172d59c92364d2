import { absent, type Place, type SchemaNode, variantsOf } from "./input-schema.ts";

/** Something that does not belong at a place. */
export interface Hostile {
  readonly what: string;
  readonly value: unknown;
}

/** What MongoDB would take for an instruction if it ever arrived there. */
const operators: readonly Hostile[] = [
  { $gt: "" },
  { $ne: null },
  { $where: "sleep(1000)" },
  { $regex: ".*", $options: "s" },
  { $function: { body: "return true", args: [], lang: "js" } },
  [{ $gt: "" }],
].map((value) => ({ what: `operator ${JSON.stringify(value)}`, value }));

const anyTypes: readonly unknown[] = ["text", 7, true, null, [], {}, ["a"], { a: 1 }];

const typeOf = (value: unknown): string => {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
};

const accepted = (node: SchemaNode): ReadonlySet<string> =>
  new Set(
    variantsOf(node).map(({ type, const: fixed, enum: list }) =>
      type === "integer" ? "number" : (type ?? typeOf(fixed ?? list?.[0])),
    ),
  );

function wrongTypes(node: SchemaNode): Hostile[] {
  const types = accepted(node);
  return anyTypes
    .filter((value) => !types.has(typeOf(value)))
    .map((value) => ({ what: `${JSON.stringify(value)} for ${[...types]}`, value }));
}

const isFreeText = ({ pattern }: SchemaNode) => pattern?.includes("\\p{Cc}") === true;
/** Shaped text: nothing but its own shape is accepted. Passwords and plain strings may hold anything. */
const isShaped = (node: SchemaNode) => node.enum !== undefined || node.format !== undefined || node.pattern !== undefined;

const controls = ["a\u0000b", "a\u0007b", "\u001b[31mred", "a\u0085b"];
const nonsense = ["", " ", "$where", "../../etc/passwd", "\u202eright to left", "x".repeat(500)];

function badStrings(node: SchemaNode): Hostile[] {
  const tooLong = node.maxLength === undefined ? [] : ["x".repeat(node.maxLength + 1), "界".repeat(node.maxLength + 1)];
  const tooShort = (node.minLength ?? 0) > 0 ? ["x".repeat((node.minLength ?? 1) - 1)] : [];
  const shaped = isShaped(node) && !isFreeText(node) ? nonsense : [];
  const values = [...tooLong, ...tooShort, ...(isShaped(node) ? controls : []), ...shaped, "broken \ud800", "\udc00 broken"];
  return values.map((value) => ({ what: `text ${JSON.stringify(value.slice(0, 20))} (${value.length})`, value }));
}

function badNumbers({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum }: SchemaNode): Hostile[] {
  const low = exclusiveMinimum ?? (minimum === undefined ? undefined : minimum - 1);
  const high = exclusiveMaximum ?? (maximum === undefined ? undefined : maximum + 1);
  const values = [low, high, 1e308, -1e308, Number.MAX_SAFE_INTEGER + 2, ...(type === "integer" ? [1.5] : [])];
  return values.filter((value) => value !== undefined).map((value) => ({ what: `number ${value}`, value }));
}

function badLists({ maxItems, minItems }: SchemaNode, value: unknown): Hostile[] {
  const [first = "a"] = value as readonly unknown[];
  const tooMany = maxItems === undefined ? [] : [{ what: `${maxItems + 1} entries`, value: Array(maxItems + 1).fill(first) }];
  const tooFew = (minItems ?? 0) > 0 ? [{ what: "an empty list", value: [] }] : [];
  const foreign = { what: "a foreign entry", value: [first, { $gt: "" }] };
  return [...tooMany, ...tooFew, foreign];
}

/** Own keys, as JSON.parse makes them: an object literal would set the prototype instead. */
const withKey = (value: object, key: string): unknown =>
  JSON.parse(`{${JSON.stringify(key)}:{"admin":true},${JSON.stringify(value).slice(1)}`.replace(/,}$/, "}"));

const foreignKeys = ["__proto__", "constructor", "prototype", "hasOwnProperty", "$where", "a.b", "unknown", "_id", "version"];

function badObjects(value: unknown): Hostile[] {
  return foreignKeys.map((key) => ({ what: `field ${key}`, value: withKey(value as object, key) }));
}

/** Everything that has to be refused at this place, whatever the operation is about. */
export function hostileAt({ node, value, required, path }: Place): Hostile[] {
  const missing = required && path.length > 0 && typeof path.at(-1) === "string" ? [{ what: "missing", value: absent }] : [];
  const types = accepted(node);
  return [
    ...missing,
    ...wrongTypes(node),
    ...(types.has("object") ? [] : operators),
    ...(types.has("string") ? badStrings(node) : []),
    ...(types.has("number") ? badNumbers(node) : []),
    ...(Array.isArray(value) ? badLists(node, value) : []),
    ...(typeOf(value) === "object" ? badObjects(value) : []),
  ];
}
