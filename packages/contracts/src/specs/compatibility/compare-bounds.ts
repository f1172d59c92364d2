import type { JsonObject } from "../json.ts";
import type { Direction } from "../schemas.ts";
import type { Resolved } from "./place.ts";

const most = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"] as const;
const least = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"] as const;
const meaning = ["pattern", "format", "multipleOf", "default"] as const;

const numberOf = (schema: JsonObject, name: string, none: number): number => {
  const value = schema[name];
  return typeof value === "number" ? value : none;
};

function tightened({ schema: old, where }: Resolved, { schema: now }: Resolved): string[] {
  const lower = most.filter((name) => numberOf(now, name, Infinity) < numberOf(old, name, Infinity));
  const higher = least.filter((name) => numberOf(now, name, -Infinity) > numberOf(old, name, -Infinity));
  return [...lower, ...higher].map((name) => `${where}: ${name} was ${old[name] ?? "none"}, is ${now[name]}`);
}

/** Senders must not meet tighter bounds; a form that was announced to readers must not become another. */
export function compareBounds(old: Resolved, now: Resolved, direction: Direction): string[] {
  const changed = meaning.filter((name) => {
    const [before, after] = [old.schema[name], now.schema[name]];
    return before !== after && (direction === "input" ? after : before) !== undefined;
  });
  const found = changed.map(
    (name) => `${old.where}: ${name} was ${old.schema[name] ?? "none"}, is ${now.schema[name] ?? "none"}`,
  );
  return direction === "input" ? [...tightened(old, now), ...found] : found;
}
