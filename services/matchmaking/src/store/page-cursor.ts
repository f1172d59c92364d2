import { refuseInGeneral } from "@rialto/contracts/kernel/general-refusals";

const shape = /^(\d{4}-[\dT:.-]+Z)_([\da-f-]{36})$/;

/** The place of an item in a list that is ordered by an instant and then by id, newest first. */
export const cursorOf = (instant: string, id: string): string => `${instant}_${id}`;

/** What comes after a cursor in such a list. Refuses INVALID_INPUT for what is not a cursor. */
export function afterCursor(instantPath: string, cursor: string) {
  const [, instant, id] = shape.exec(cursor) ?? [];
  if (instant === undefined || id === undefined) {
    const message = { en: "is not a cursor of this list", zh: "不是该列表的游标" };
    throw refuseInGeneral("INVALID_INPUT", { errors: [{ in: "query", field: "cursor", code: "custom", message }] });
  }
  return { $or: [{ [instantPath]: { $lt: instant } }, { [instantPath]: instant, _id: { $lt: id } }] };
}
