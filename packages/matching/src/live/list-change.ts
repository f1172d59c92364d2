import type { Reason } from "../reasons/reason.ts";
import { type LiveLists, listNow } from "./live-lists.ts";
import { hasRanking } from "./rankings.ts";
import { createDraft, type Draft, isAsTold, tell } from "./shown.ts";

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
  keepChanged(lists, (owner, now) => changes.push(changeOf(lists, owner, now, reasonsFor)));
  return changes;
}

/**
 * Keeps every dirty list as told, without saying how it changed: for a start, when all are new. Hundreds of thousands of
 * entries at once would also teach the compiler to make every later one where only a full collection finds it.
 */
export const keepAsTold = (lists: LiveLists): void => keepChanged(lists, () => undefined);

/** Shows each list that is another one than was told, before it is kept. */
function keepChanged(lists: LiveLists, visit: (owner: number, now: Draft) => void): void {
  const draft = createDraft(lists.knobs.listLength);
  for (const owner of lists.dirty) {
    if (!hasRanking(lists.rankings, owner)) continue;
    const now = listNow(lists, owner, draft);
    if (isAsTold(lists.shown, owner, now)) lists.shown.looked[owner] = now.looked;
    else {
      visit(owner, now);
      tell(lists.shown, owner, now);
    }
  }
  lists.dirty.clear();
}

function changeOf(
  { index: { ids }, shown: { length, size, members, scores } }: LiveLists,
  owner: number,
  now: Draft,
  reasonsFor: (owner: number, candidate: number) => Entry["reasons"],
): ListChange {
  const from = owner * length;
  const end = from + (size[owner] ?? 0);
  const change: ListChange = { memberId: ids[owner]!, entered: [], left: [], moved: [] };
  for (let at = 0; at < now.size; at++) {
    const [candidate, score] = [now.members[at]!, now.scores[at]!];
    const [id, to] = [ids[candidate]!, at + 1];
    const was = placeOf(members, from, end, candidate, from + at);
    if (was < 0) change.entered.push({ id, score, rank: to, reasons: reasonsFor(owner, candidate) });
    else if (was !== from + at || scores[was] !== score) change.moved.push({ id, score, from: was - from + 1, to });
  }
  for (let at = from; at < end; at++)
    if (placeOf(now.members, 0, now.size, members[at]!, at - from) < 0) change.left.push(ids[members[at]!]!);
  return change;
}

/** Where a candidate is, or -1. Most are where they were, or one place further. */
function placeOf(members: Int32Array, from: number, end: number, candidate: number, near: number): number {
  for (let at = near - 1; at <= near + 1; at++) if (at >= from && at < end && members[at] === candidate) return at;
  for (let at = from; at < end; at++) if (members[at] === candidate) return at;
  return -1;
}
