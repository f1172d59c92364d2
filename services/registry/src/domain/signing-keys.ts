export interface SigningKeyFacts {
  readonly generation: number;
  readonly createdAt: string;
}

const minutes = (count: number): number => count * 60_000;

/** A new key is published this long before it signs, so that every service has it. */
const PUBLISHED_BEFORE_USE_MS = minutes(10);
/** A superseded key stays published far longer than the last token that it signed lives (5 minutes). */
const PUBLISHED_AFTER_USE_MS = minutes(60);

const age = (key: SigningKeyFacts, now: string): number => Date.parse(now) - Date.parse(key.createdAt);
const newestFirst = (a: SigningKeyFacts, b: SigningKeyFacts): number => b.generation - a.generation;

/** The newest key that everybody knows; at the very first start there is only one. */
export function keyInUse<Key extends SigningKeyFacts>(keys: readonly Key[], now: string): Key | undefined {
  const sorted = keys.toSorted(newestFirst);
  return sorted.find((key) => age(key, now) >= PUBLISHED_BEFORE_USE_MS) ?? sorted.at(-1);
}

/** Keys that verify: all from the one in use on, and those before it until their last tokens are long gone. */
export function keysToPublish<Key extends SigningKeyFacts>(keys: readonly Key[], now: string): Key[] {
  const inUse = keyInUse(keys, now);
  if (inUse === undefined) return [];
  const usedFor = age(inUse, now) - PUBLISHED_BEFORE_USE_MS;
  return keys.filter((key) => key.generation >= inUse.generation || usedFor < PUBLISHED_AFTER_USE_MS).toSorted(newestFirst);
}

/** Whether it is time for the next generation. */
export function rotationDue(keys: readonly SigningKeyFacts[], rotateAfterDays: number, now: string): boolean {
  const newest = keys.toSorted(newestFirst)[0];
  return newest === undefined || age(newest, now) >= rotateAfterDays * 86_400_000;
}
