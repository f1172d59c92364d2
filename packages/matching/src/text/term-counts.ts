/** How many texts have each term. Terms have numbers in the order in which they were first seen. */
export type TermCounts = {
  documents: number;
  all: string[];
  numbers: Map<string, number>;
  /** By number of the term. */
  texts: number[];
  /** By number of the term: the last text that had it. */
  lastText: number[];
};

export const noCounts = (): TermCounts => ({ documents: 0, all: [], numbers: new Map(), texts: [], lastText: [] });

export const copyOf = ({ documents, all, numbers, texts, lastText }: TermCounts): TermCounts => ({
  documents,
  all: [...all],
  numbers: new Map(numbers),
  texts: [...texts],
  lastText: [...lastText],
});

/** Counts one text, and returns the numbers of its terms, each once. */
export function countText(counts: TermCounts, terms: readonly string[]): number[] {
  const text = counts.documents++;
  const distinct: number[] = [];
  for (const term of terms) {
    const number = numberOf(counts, term);
    if (counts.lastText[number] === text) continue;
    counts.lastText[number] = text;
    counts.texts[number]!++;
    distinct.push(number);
  }
  return distinct;
}

function numberOf({ all, numbers, texts, lastText }: TermCounts, term: string): number {
  const known = numbers.get(term);
  if (known !== undefined) return known;
  numbers.set(term, all.length);
  texts.push(0);
  lastText.push(-1);
  return all.push(term) - 1;
}
