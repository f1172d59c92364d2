/**
 * Remembers the last `size` ids and says whether one is new. A router that dies between publishing and committing publishes
 * again what followed its last commit, so a repeat is never further back in a partition than one commit interval.
 */
export function firstOccurrence(size: number): (id: string) => boolean {
  const ids = new Set<string>();
  return (id) => {
    if (ids.has(id)) return false;
    ids.add(id);
    if (ids.size > size) ids.delete(ids.values().next().value as string);
    return true;
  };
}
