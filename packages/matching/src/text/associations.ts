import { terms } from "./terms.ts";

/** Terms of the other language that mean about the same, with a strength between 0 and 1. */
export type Associations = ReadonlyMap<string, readonly { term: string; strength: number }[]>;

const limits = { support: 2, strength: 0.4, perTerm: 2, termsPerText: 40 };
const isHan = (term: string): boolean => term.charCodeAt(0) > 0x2e80;

/**
 * Learns which Chinese and English terms stand for each other from texts that say the same in both ("牛仔裤 denim jeans"),
 * by the Dice coefficient of their co-occurrence (Smadja et al. 1996). A term that comes with everything scores low.
 */
export function associate(texts: Iterable<string>): Associations {
  const alone = new Map<string, number>();
  const together = new Map<string, Map<string, number>>();
  for (const text of texts) countText(text, alone, together);
  const found = new Map<string, { term: string; strength: number }[]>();
  for (const [han, partners] of together) {
    for (const [word, count] of partners) {
      const strength = (2 * count) / (alone.get(han)! + alone.get(word)!);
      if (count < limits.support || strength < limits.strength) continue;
      keep(found, han, word, strength);
      keep(found, word, han, strength);
    }
  }
  return found;
}

function countText(text: string, alone: Map<string, number>, together: Map<string, Map<string, number>>): void {
  const distinct = [...new Set(terms(text))].slice(0, limits.termsPerText);
  const words = distinct.filter((term) => !isHan(term));
  if (words.length === 0 || words.length === distinct.length) return;
  for (const term of distinct) alone.set(term, (alone.get(term) ?? 0) + 1);
  for (const han of distinct.filter(isHan)) {
    const partners = together.get(han) ?? new Map<string, number>();
    for (const word of words) partners.set(word, (partners.get(word) ?? 0) + 1);
    together.set(han, partners);
  }
}

function keep(found: Map<string, { term: string; strength: number }[]>, from: string, to: string, strength: number): void {
  const list = found.get(from) ?? [];
  list.push({ term: to, strength });
  list.sort((a, b) => b.strength - a.strength || (a.term < b.term ? -1 : 1));
  found.set(from, list.slice(0, limits.perTerm));
}
