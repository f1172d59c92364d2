import { ZodError, type z } from "zod";

type Path = readonly PropertyKey[];

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step], value);

const withoutKeys = (value: unknown, path: Path, keys: readonly string[]): void => {
  const owner = at(value, path) as Record<string, unknown>;
  for (const key of keys) delete owner[key];
};

/** Whether the only complaint is about fields that the schema does not know. */
const onlyAdditions = (issues: readonly z.core.$ZodIssue[]): issues is z.core.$ZodIssueUnrecognizedKeys[] =>
  issues.every((issue) => issue.code === "unrecognized_keys");

/**
 * Parses what came from the wire and ignores additions, in strict objects too: a producer may be one release ahead.
 * Additions inside a union of strict objects are still refused. Takes ownership of `value`. Throws ZodError.
 */
export function tolerantParse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const first = schema.safeParse(value);
  if (first.success) return first.data;
  if (!onlyAdditions(first.error.issues)) throw new ZodError(first.error.issues);
  for (const issue of first.error.issues) withoutKeys(value, issue.path, issue.keys);
  return schema.parse(value);
}
