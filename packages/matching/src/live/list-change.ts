import type { Reason } from "../reasons/reason.ts";
import { createShown, type LiveLists, listNow, type Shown } from "./live-lists.ts";

/**
 * `reasons` works out the strongest (3 unless told), from both profiles as they were when the entry was made: of hundreds
 * of lists that change at once few are looked at, and reasons cost more than the lists.
 */
export type Entry = { id: string; score: number; rank: number; reasons: (most?: number) => Reason[] };
export type Move = { id: string; score: number; from: number; to: number };

/** How one member's list changed. Ranks count from 1; `moved` holds members whose rank or score is another one. */
export type ListChange = { memberId: string; entered: Entry[]; left: string[]; moved: Move[] };

/** Compares every dirty list with what was last told, keeps the new one, and returns those that changed. */
export function collectChanges(
  lists: LiveLists,
  reasonsFor: (owner: number, candidate: number) => Entry["reasons"],
): ListChange[] {
  const changes: ListChange[] = [];
  keepChanged(lists, (owner, before, now) => changes.push(changeOf(lists, owner, before, now, reasonsFor)));
  return changes;
}

/**
 * Keeps every dirty list as told, without saying how it changed: for a start, when all are new. Hundreds of thousands of
 * entries at once would also teach the compiler to make every later one where only a full collection finds it.
 */
export const keepAsTold = (lists: LiveLists): void => keepChanged(lists, () => undefined);

function keepChanged(lists: LiveLists, visit: (owner: number, before: Shown, now: Shown) => void): void {
  const scratch = createShown(lists.knobs.listLength);
  for (const owner of lists.dirty) {
    if (lists.rankings[owner] === undefined) continue;
    const before = lists.shown[owner] ?? createShown(lists.knobs.listLength);
    lists.shown[owner] = before;
    const now = listNow(lists, owner, scratch);
    before.looked = now.looked;
    if (isSame(before, now)) continue;
    visit(owner, before, now);
    before.size = now.size;
    before.members.set(now.members);
    before.scores.set(now.scores);
  }
  lists.dirty.clear();
}

function isSame(a: Shown, b: Shown): boolean {
  if (a.size !== b.size) return false;
  for (let at = 0; at < a.size; at++) if (a.members[at] !== b.members[at] || a.scores[at] !== b.scores[at]) return false;
  return true;
}

function changeOf(
  lists: LiveLists,
  owner: number,
  before: Shown,
  now: Shown,
  reasonsFor: (owner: number, candidate: number) => Entry["reasons"],
): ListChange {
  const idOf = (number: number) => lists.index.members[number]!.id;
  const change: ListChange = { memberId: idOf(owner), entered: [], left: [], moved: [] };
  for (let at = 0; at < now.size; at++) {
    const [candidate, score] = [now.members[at]!, now.scores[at]!];
    const was = placeOf(before, candidate, at);
    if (was < 0) change.entered.push({ id: idOf(candidate), score, rank: at + 1, reasons: reasonsFor(owner, candidate) });
    else if (was !== at || before.scores[was] !== score)
      change.moved.push({ id: idOf(candidate), score, from: was + 1, to: at + 1 });
  }
  for (let at = 0; at < before.size; at++)
    if (placeOf(now, before.members[at]!, at) < 0) change.left.push(idOf(before.members[at]!));
  return change;
}

/** Where a candidate is, or -1. Most are where they were, or one place further. */
function placeOf({ size, members }: Shown, candidate: number, near: number): number {
  for (let at = near - 1; at <= near + 1; at++) if (at >= 0 && at < size && members[at] === candidate) return at;
  for (let at = 0; at < size; at++) if (members[at] === candidate) return at;
  return -1;
}
