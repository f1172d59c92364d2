import { isSame, type Json, type JsonObject } from "../json.ts";
import type { Direction } from "../schemas.ts";
import type { Resolved } from "./place.ts";

const typesOf = ({ type }: JsonObject): string[] =>
  (Array.isArray(type) ? type : type === undefined ? [] : [type]).filter((one) => typeof one === "string");

const covers = (wide: readonly string[], type: string): boolean =>
  wide.includes(type) || (type === "integer" && wide.includes("number"));

/** A sender's types must still be taken; a reader must get no type that was not announced. */
export function compareTypes(old: Resolved, now: Resolved, direction: Direction): string[] {
  const [before, after] = [typesOf(old.schema), typesOf(now.schema)];
  const [narrow, wide] = direction === "input" ? [before, after] : [after, before];
  if (wide.length === 0 || (narrow.length > 0 && narrow.every((type) => covers(wide, type)))) return [];
  return [`${old.where}: type was ${before.join(" or ") || "any"}, is ${after.join(" or ") || "any"}`];
}

const valuesOf = ({ const: only, enum: several }: JsonObject): Json[] | undefined =>
  only !== undefined ? [only] : Array.isArray(several) ? several : undefined;

/** Values may be added, as kinds of things are; readers pass over those they do not know. */
export function compareValues(old: Resolved, now: Resolved, direction: Direction): string[] {
  const [before, after] = [valuesOf(old.schema), valuesOf(now.schema)];
  if (before === undefined) {
    return after !== undefined && direction === "input" ? [`${old.where}: any value was taken, now only some are`] : [];
  }
  if (after === undefined) return direction === "output" ? [`${old.where}: some values were announced, now any may come`] : [];
  return before
    .filter((value) => !after.some((other) => isSame(value, other)))
    .map((value) => `${old.where}: the value ${JSON.stringify(value)} is gone`);
}
