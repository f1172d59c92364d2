/** Numbers for strings, dense and never reused, so that a number means the same for the life of an engine. */
export type Vocabulary = {
  numberOf(value: string): number;
  known(value: string): number | undefined;
  valueOf(number: number): string;
  /** All values, by number. */
  all(): readonly string[];
};

/** `known`: values that have their numbers already, from 0 on. */
export function createVocabulary(known: readonly string[] = []): Vocabulary {
  const values = [...known];
  const numbers = new Map(values.map((value, number) => [value, number]));
  return {
    numberOf(value) {
      const known = numbers.get(value);
      if (known !== undefined) return known;
      numbers.set(value, values.length);
      return values.push(value) - 1;
    },
    known: (value) => numbers.get(value),
    valueOf: (number) => values[number]!,
    all: () => values,
  };
}
