/**
 * Parts of a term that survive spelling and inflection: letter trigrams of longer words ("^de", "den", ...) and the single
 * characters of a Chinese bigram. They carry a mark, so that a part never equals a word.
 */
export function subwords(term: string): string[] {
  if (term.charCodeAt(0) > 0x2e80) return [...term].map((character) => `~${character}`);
  if (term.length < 5) return [];
  const padded = `^${term}$`;
  const parts: string[] = [];
  for (let at = 0; at + 3 <= padded.length; at++) parts.push(`~${padded.slice(at, at + 3)}`);
  return parts;
}
