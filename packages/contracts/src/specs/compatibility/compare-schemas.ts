import { isObject, isSame, type Json, type JsonObject } from "../json.ts";
import type { Direction } from "../schemas.ts";
import { compareBounds } from "./compare-bounds.ts";
import { compareTypes, compareValues } from "./compare-values.ts";
import { inside, type Place, type Resolved, resolve } from "./place.ts";

const membersOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
const namesOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

interface Comparing {
  readonly direction: Direction;
  /** References that were followed to get here: a schema that contains itself ends there. */
  readonly followed: ReadonlySet<string>;
}

/** Every way in which `after` breaks somebody who knows only `before`, as sentences; none: it is compatible. */
export const compareSchemas = (before: Place, after: Place, direction: Direction): string[] =>
  compare(before, after, { direction, followed: new Set() });

function compare(before: Place, after: Place, { direction, followed }: Comparing): string[] {
  const [old, now] = [resolve(before), resolve(after)];
  if (old.reference !== undefined && followed.has(old.reference)) return [];
  const comparing = { direction, followed: old.reference === undefined ? followed : new Set([...followed, old.reference]) };
  return [
    ...compareTypes(old, now, direction),
    ...compareValues(old, now, direction),
    ...compareBounds(old, now, direction),
    ...compareMembers(old, now, comparing),
    ...compareAdditional(old, now, comparing),
    ...compareItems(old, now, comparing),
    ...compareVariants(old, now, comparing),
  ];
}

function compareMembers(old: Resolved, now: Resolved, comparing: Comparing): string[] {
  const [before, after] = [membersOf(old.schema.properties), membersOf(now.schema.properties)];
  const kept = Object.keys(before).filter((name) => name in after);
  const gone = Object.keys(before).filter((name) => !(name in after));
  return [
    ...gone.map((name) => `${old.where}.${name} is gone`),
    ...compareRequired(old, now, comparing.direction),
    ...kept.flatMap((name) => compare(inside(old, before[name], `.${name}`), inside(now, after[name], `.${name}`), comparing)),
  ];
}

function compareRequired(old: Resolved, now: Resolved, direction: Direction): string[] {
  const [before, after] = [namesOf(old.schema.required), namesOf(now.schema.required)];
  const [stricter, looser] = direction === "input" ? [after, before] : [before, after];
  const says = direction === "input" ? "is required now" : "is not always there any more";
  // A member that is gone altogether is a finding of its own.
  const there = membersOf(now.schema.properties);
  return stricter
    .filter((name) => !looser.includes(name) && typeof name === "string" && name in there)
    .map((name) => `${old.where}.${name} ${says}`);
}

/** `false` closes a shape; a schema is that of a record's values. */
function compareAdditional(old: Resolved, now: Resolved, comparing: Comparing): string[] {
  const [before, after] = [old.schema.additionalProperties, now.schema.additionalProperties];
  if (isObject(before) && isObject(after)) return compare(inside(old, before, ".*"), inside(now, after, ".*"), comparing);
  const closed = comparing.direction === "input" && after === false && before !== false && old.schema.type === "object";
  return closed ? [`${old.where}: unknown fields were taken, now they are not`] : [];
}

function compareItems(old: Resolved, now: Resolved, comparing: Comparing): string[] {
  const [before, after] = [old.schema.items, now.schema.items];
  if (before === undefined && after === undefined) return [];
  return compare(inside(old, before, "[]"), inside(now, after, "[]"), comparing);
}

const variantsOf = ({ anyOf, oneOf }: JsonObject): Json[] => namesOf(oneOf ?? anyOf);

/** The members that say which variant of a union this is. */
function constantsOf(variant: Json, root: JsonObject): JsonObject {
  const { schema } = resolve({ schema: variant, root, where: "" });
  const constants = Object.entries(membersOf(schema.properties)).filter(([, member]) => isObject(member) && "const" in member);
  return Object.fromEntries(constants);
}

function counterpart(variant: Json, old: Resolved, now: Resolved, comparing: Comparing): string[] {
  const constants = constantsOf(variant, old.root);
  const named = Object.keys(constants).length > 0;
  const candidates = variantsOf(now.schema).filter((other) => !named || isSame(constants, constantsOf(other, now.root)));
  const attempts = candidates.map((other) => compare(inside(old, variant, "|"), inside(now, other, "|"), comparing));
  const kind = named ? JSON.stringify(Object.values(constants).map((constant) => membersOf(constant).const)) : "a variant";
  if (attempts.length === 0) return [`${old.where}: ${kind} is gone`];
  // For one that has a name the findings tell what is wrong with it; otherwise any that fits will do.
  if (named) return attempts[0] ?? [];
  return attempts.some((found) => found.length === 0) ? [] : [`${old.where}: a variant has become another`];
}

/** Variants may be added, like values; each that there was must still be there. */
function compareVariants(old: Resolved, now: Resolved, comparing: Comparing): string[] {
  const [before, after] = [variantsOf(old.schema), variantsOf(now.schema)];
  if (before.length === 0 && after.length === 0) return [];
  const widened = before.length === 0 && comparing.direction === "input";
  if (widened) return counterpart(old.schema, old, now, comparing);
  if (before.length === 0 || after.length === 0) return [`${old.where}: one shape has become several, or the reverse`];
  return before.flatMap((variant) => counterpart(variant, old, now, comparing));
}
