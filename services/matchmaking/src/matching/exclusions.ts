/** Pairs that are never recommended to each other, whoever said so. */
export interface Exclusions {
  has(one: string, other: string): boolean;
  /** False: it was excluded before. */
  add(one: string, other: string): boolean;
  /** False: it was not excluded. */
  remove(one: string, other: string): boolean;
}

export function createExclusions(): Exclusions {
  const pairs = new Set<string>();
  const keyOf = (one: string, other: string) => (one < other ? `${one}:${other}` : `${other}:${one}`);
  return {
    has: (one, other) => pairs.has(keyOf(one, other)),
    add: (one, other) => !pairs.has(keyOf(one, other)) && pairs.add(keyOf(one, other)) !== undefined,
    remove: (one, other) => pairs.delete(keyOf(one, other)),
  };
}
