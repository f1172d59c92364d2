import { descriptions } from "./nomenclature.ts";

/**
 * Digits of a written HS code ("6203.42.11" -> "620342"), cut to the deepest known ancestor (6, 4 or 2 digits), so that
 * national digits and retired subheadings still meet. Undefined when not even the chapter exists.
 */
export function normalizeCode(written: string): string | undefined {
  if (descriptions.has(written)) return written;
  const digits = written.slice(0, 32).replace(/\D/g, "").slice(0, 6);
  for (const depth of [6, 4, 2]) {
    const code = digits.slice(0, depth);
    if (code.length === depth && descriptions.has(code)) return code;
  }
  return undefined;
}

/** A code and its ancestors, chapter first: "620342" -> ["62", "6203", "620342"]. */
export const lineage = (code: string): string[] =>
  [2, 4, 6].filter((depth) => depth <= code.length).map((depth) => code.slice(0, depth));
