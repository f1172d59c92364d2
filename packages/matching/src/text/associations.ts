/** Terms of the other language that mean about the same, with a strength between 0 and 1. */
export type Associations = ReadonlyMap<string, readonly Counterpart[]>;
export type Counterpart = { term: string; strength: number };

export type Associator = {
  /** The numbers of the terms of one text, each once; numbers are dense. */
  read(distinct: readonly number[]): void;
  associations(): Associations;
};

const limits = { support: 2, strength: 0.4, perTerm: 2, termsPerText: 40 };
const isHan = (term: string): boolean => term.charCodeAt(0) > 0x2e80;

/**
 * Learns which Chinese and English terms stand for each other from texts that say the same in both ("牛仔裤 denim jeans"),
 * by the Dice coefficient of their co-occurrence (Smadja et al. 1996). A term that comes with everything scores low.
 * `all`: the terms by number; it may grow between texts.
 */
export function createAssociator(all: readonly string[]): Associator {
  // Texts in both languages that have the term; and by number of a Chinese term, how many of them have each English one.
  const texts: number[] = [];
  const together: (Map<number, number> | undefined)[] = [];

  function read(distinct: readonly number[]): void {
    const [han, words]: [number[], number[]] = [[], []];
    for (const number of distinct.slice(0, limits.termsPerText)) (isHan(all[number]!) ? han : words).push(number);
    if (han.length === 0 || words.length === 0) return;
    while (texts.length < all.length) together[texts.push(0) - 1] = undefined;
    for (const word of words) texts[word]!++;
    for (const number of han) {
      texts[number]!++;
      const partners = together[number] ?? new Map<number, number>();
      together[number] = partners;
      for (const word of words) partners.set(word, (partners.get(word) ?? 0) + 1);
    }
  }

  function associations(): Associations {
    const found = new Map<string, Counterpart[]>();
    for (const [han, partners] of together.entries()) {
      for (const [word, count] of partners ?? []) {
        const strength = (2 * count) / (texts[han]! + texts[word]!);
        if (count < limits.support || strength < limits.strength) continue;
        keep(found, all[han]!, { term: all[word]!, strength });
        keep(found, all[word]!, { term: all[han]!, strength });
      }
    }
    return found;
  }

  return { read, associations };
}

function keep(found: Map<string, Counterpart[]>, from: string, to: Counterpart): void {
  const list = found.get(from) ?? [];
  list.push(to);
  list.sort((a, b) => b.strength - a.strength || (a.term < b.term ? -1 : 1));
  found.set(from, list.slice(0, limits.perTerm));
}
