/** Terms of the other language that mean about the same, with a strength between 0 and 1. */
export type Associations = ReadonlyMap<string, readonly Counterpart[]>;
export type Counterpart = { term: string; strength: number };

export type Associator = {
  /** The terms of one text, each once. */
  read(distinct: readonly string[]): void;
  associations(): Associations;
};

const limits = { support: 2, strength: 0.4, perTerm: 2, termsPerText: 40 };
const isHan = (term: string): boolean => term.charCodeAt(0) > 0x2e80;

/**
 * Learns which Chinese and English terms stand for each other from texts that say the same in both ("牛仔裤 denim jeans"),
 * by the Dice coefficient of their co-occurrence (Smadja et al. 1996). A term that comes with everything scores low.
 */
export function createAssociator(): Associator {
  const numbers = new Map<string, number>();
  const all: string[] = [];
  const texts: number[] = [];
  // By number of the Chinese term: texts it shares with each English one.
  const together: Map<number, number>[] = [];

  function numberOf(term: string): number {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, all.length);
    texts.push(0);
    together.push(new Map());
    return all.push(term) - 1;
  }

  return {
    read(distinct) {
      const some = distinct.length > limits.termsPerText ? distinct.slice(0, limits.termsPerText) : distinct;
      if (some.every(isHan) || !some.some(isHan)) return;
      const [han, words]: [number[], number[]] = [[], []];
      for (const term of some) (isHan(term) ? han : words).push(numberOf(term));
      for (const number of [...han, ...words]) texts[number]!++;
      for (const number of han) {
        const partners = together[number]!;
        for (const word of words) partners.set(word, (partners.get(word) ?? 0) + 1);
      }
    },
    associations() {
      const found = new Map<string, Counterpart[]>();
      for (const [han, partners] of together.entries()) {
        for (const [word, count] of partners) {
          const strength = (2 * count) / (texts[han]! + texts[word]!);
          if (count < limits.support || strength < limits.strength) continue;
          keep(found, all[han]!, { term: all[word]!, strength });
          keep(found, all[word]!, { term: all[han]!, strength });
        }
      }
      return found;
    },
  };
}

function keep(found: Map<string, Counterpart[]>, from: string, to: Counterpart): void {
  const list = found.get(from) ?? [];
  list.push(to);
  list.sort((a, b) => b.strength - a.strength || (a.term < b.term ? -1 : 1));
  found.set(from, list.slice(0, limits.perTerm));
}
