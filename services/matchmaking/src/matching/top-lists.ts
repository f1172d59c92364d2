import { type Candidate, isTooShort, putIn, shownOf, type TopList, takeOut, topOf } from "./top-list.ts";

/** The lists of all members, and in whose lists each of them is. */
export interface TopLists {
  shown(memberId: string): readonly Candidate[];
  /** Those who keep this one in their list, shown or behind. */
  holdersOf(id: string): string[];
  /** The whole list anew. */
  replace(memberId: string, found: ReadonlyMap<string, number>): void;
  /** One candidate's new worth in a member's list; undefined: out of it. False: the list must be searched anew. */
  place(memberId: string, id: string, points: number | undefined): boolean;
  drop(memberId: string): void;
  clear(): void;
}

export function createTopLists(): TopLists {
  const lists = new Map<string, TopList>();
  const holders = new Map<string, Set<string>>();

  function hold(memberId: string, id: string): void {
    const known = holders.get(id);
    if (known === undefined) holders.set(id, new Set([memberId]));
    else known.add(memberId);
  }

  const release = (memberId: string, id: string) => holders.get(id)?.delete(memberId);

  function drop(memberId: string): void {
    for (const { id } of lists.get(memberId)?.entries ?? []) release(memberId, id);
    lists.delete(memberId);
  }

  return {
    shown: (memberId) => shownOf(lists.get(memberId)),
    holdersOf: (id) => [...(holders.get(id) ?? [])],
    replace(memberId, found) {
      drop(memberId);
      const list = topOf(found);
      lists.set(memberId, list);
      for (const { id } of list.entries) hold(memberId, id);
    },
    place(memberId, id, points) {
      const list = lists.get(memberId);
      if (list === undefined) return true;
      if (takeOut(list, id)) release(memberId, id);
      if (points !== undefined) {
        const { isIn, dropped } = putIn(list, { id, points });
        if (isIn) hold(memberId, id);
        if (dropped !== undefined) release(memberId, dropped);
      }
      return !isTooShort(list);
    },
    drop,
    clear() {
      lists.clear();
      holders.clear();
    },
  };
}
