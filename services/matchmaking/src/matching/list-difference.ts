import type { ListChange } from "./matcher.ts";
import type { Candidate } from "./top-list.ts";

/** What changed between two states of a shown list; nothing when they are the same. */
export function differenceOf(memberId: string, before: readonly Candidate[], after: readonly Candidate[]): ListChange[] {
  const was = new Map(before.map(({ id, points }) => [id, points]));
  const is = new Set(after.map(({ id }) => id));
  const entered = after.filter(({ id }) => !was.has(id)).map(({ id }) => id);
  const left = before.filter(({ id }) => !is.has(id)).map(({ id }) => id);
  const moved = after.filter(({ id, points }) => was.has(id) && was.get(id) !== points).map(({ id }) => id);
  return entered.length + left.length + moved.length === 0 ? [] : [{ memberId, entered, left, moved }];
}
