/** Whose lists wait to be looked at, by fair, in the order in which they were noted. */
export interface ListNotes {
  add(fairId: string, organizationId: string): void;
  /** Takes at most so many out. */
  take(most: number): (readonly [fairId: string, organizationId: string])[];
  clear(): void;
}

export function createListNotes(): ListNotes {
  const notes = new Map<string, Set<string>>();
  return {
    add(fairId, organizationId) {
      const ids = notes.get(fairId);
      if (ids === undefined) notes.set(fairId, new Set([organizationId]));
      else ids.add(organizationId);
    },
    take(most) {
      const taken: (readonly [string, string])[] = [];
      for (const [fairId, ids] of notes) {
        for (const id of ids) {
          if (taken.length >= most) return taken;
          ids.delete(id);
          taken.push([fairId, id]);
        }
      }
      return taken;
    },
    clear: () => notes.clear(),
  };
}
