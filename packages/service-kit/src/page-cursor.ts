import { refuseInGeneral } from "@rialto/contracts/kernel/general-refusals";
import { z } from "zod";

const Parts = z.tuple([z.string(), z.string()]);

/** Where a page ended: the value that the list is sorted by, and the id that breaks ties. Opaque to clients. */
export const cursorOf = (sorted: string, id: string): string => Buffer.from(JSON.stringify([sorted, id])).toString("base64url");

const notOurs = { en: "is not a cursor of this list", zh: "不是该列表的游标" };

/** Refuses `INVALID_INPUT` for anything that `cursorOf` did not make. */
export function readCursor(cursor: string): { readonly sorted: string; readonly id: string } {
  try {
    const [sorted, id] = Parts.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { sorted, id };
  } catch {
    throw refuseInGeneral("INVALID_INPUT", { errors: [{ in: "query", field: "cursor", code: "custom", message: notOurs }] });
  }
}

/** The part of a MongoDB filter that continues after a cursor in a list sorted by `path` and then by `_id`. */
export function following(
  path: string,
  cursor: string | undefined,
  direction: "ascending" | "descending",
): Record<string, unknown> {
  if (cursor === undefined) return {};
  const { sorted, id } = readCursor(cursor);
  const beyond = direction === "ascending" ? "$gt" : "$lt";
  return { $or: [{ [path]: { [beyond]: sorted } }, { [path]: sorted, _id: { [beyond]: id } }] };
}

/** Cuts `limit` items off `found`, which was asked for one more to see whether there is a next page. */
export function pageFrom<Found, Item>(
  found: readonly Found[],
  limit: number,
  present: (one: Found) => Item,
  sortedOf: (one: Found) => readonly [sorted: string, id: string],
): { items: Item[]; nextCursor?: string } {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(present);
  return found.length > limit && last !== undefined ? { items, nextCursor: cursorOf(...sortedOf(last)) } : { items };
}
