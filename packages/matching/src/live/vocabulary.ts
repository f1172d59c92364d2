/** Numbers for strings, dense and never reused, so that a number means the same for the life of an engine. */
export type Vocabulary = {
  numberOf(value: string): number;
  known(value: string): number | undefined;
  valueOf(number: number): string;
};

export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const values: string[] = [];
  return {
    numberOf(value) {
      const known = numbers.get(value);
      if (known !== undefined) return known;
      numbers.set(value, values.length);
      return values.push(value) - 1;
    },
    known: (value) => numbers.get(value),
    valueOf: (number) => values[number]!,
  };
}
