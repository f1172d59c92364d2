const isBigram = (word: string): boolean => /^\p{Script=Han}{2}$/u.test(word);
const longest = 8;

/**
 * Shared words as people read them: Chinese is indexed by pairs of characters, and pairs that overlap are one word or
 * phrase again (牛仔, 仔夹, 夹克 are 牛仔夹克). Strongest first, as the words were.
 */
export function joinedWords(words: readonly string[]): string[] {
  const free = new Set(words.filter(isBigram));
  const joined: string[] = [];
  for (const word of words) {
    if (!isBigram(word)) joined.push(word);
    else if (free.has(word)) joined.push(phraseAround(word, free));
  }
  return joined;
}

/** Takes pairs that continue the phrase on either side out of those that are free. */
function phraseAround(word: string, free: Set<string>): string {
  free.delete(word);
  let phrase = word;
  const take = (fits: (pair: string) => boolean): string | undefined => {
    const pair = [...free].find(fits);
    if (pair !== undefined) free.delete(pair);
    return pair;
  };
  while (phrase.length < longest) {
    const after = take((pair) => pair[0] === phrase.at(-1));
    const before = after === undefined ? take((pair) => pair[1] === phrase[0]) : undefined;
    if (after === undefined && before === undefined) return phrase;
    phrase = after === undefined ? `${before![0]}${phrase}` : `${phrase}${after[1]}`;
  }
  return phrase;
}
