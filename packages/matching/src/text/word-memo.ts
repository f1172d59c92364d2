const mostWords = 20_000;
/** The runtime keeps a longer piece of a text as a view that holds the whole text in memory: those are not remembered. */
export const longestRemembered = 12;

/** Remembers what was read from a word: a market has many texts and few words. */
export type WordMemo<T> = {
  of(word: string): T;
};

/** `read` depends on the word only. Of long words nothing is kept, and when there are too many it starts anew. */
export function createWordMemo<T extends object | string>(read: (word: string) => T): WordMemo<T> {
  const known = new Map<string, T>();
  return {
    of(word) {
      const before = known.get(word);
      if (before !== undefined) return before;
      const value = read(word);
      if (word.length > longestRemembered) return value;
      if (known.size >= mostWords) known.clear();
      known.set(word, value);
      return value;
    },
  };
}
