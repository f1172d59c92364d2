import { longestRemembered } from "./word-memo.ts";

const kinds = { letter: 1, digit: 2, chinese: 3 };
const kindOf = new Uint8Array(0x10000);
kindOf.fill(kinds.letter, 0x41, 0x5b).fill(kinds.letter, 0x61, 0x7b);
kindOf.fill(kinds.digit, 0x30, 0x3a);
kindOf.fill(kinds.chinese, 0x4e00, 0xa000);

const apostrophes = new Set(["'", "’"].map((character) => character.charCodeAt(0)));

// A slot holds the last run whose hash led there, so that the memory is bounded and no run can drive out all others.
type KnownRun = { run: string; terms: readonly string[] };
const slots = new Array<KnownRun | undefined>(2 ** 14).fill(undefined);

/**
 * The terms of each run of a plain text: letters and digits with at most one apostrophe before more letters, or Chinese
 * characters. A start reads a hundred thousand texts of a few thousand words, so a run is looked up before it is cut out.
 */
export function plainTerms(text: string, termsOfRun: (run: string) => readonly string[]): string[] {
  const found: string[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = kindOf[text.charCodeAt(at)]!;
    const end = kind === 0 ? at : kind === kinds.chinese ? endOfChinese(text, at + 1) : endOfWord(text, at + 1);
    if (end > at) for (const term of remembered(text, at, end, termsOfRun)) found.push(term);
    at = Math.max(end, at + 1);
  }
  return found;
}

function endOfChinese(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindOf[text.charCodeAt(at)] === kinds.chinese) at++;
  return at;
}

function endOfWord(text: string, from: number): number {
  const end = endOf(text, from, kinds.digit);
  if (end + 1 >= text.length || !apostrophes.has(text.charCodeAt(end))) return end;
  const rest = endOf(text, end + 1, kinds.letter);
  return rest > end + 1 ? rest : end;
}

function endOf(text: string, from: number, highestKind: number): number {
  let at = from;
  while (at < text.length) {
    const kind = kindOf[text.charCodeAt(at)]!;
    if (kind === 0 || kind > highestKind) return at;
    at++;
  }
  return at;
}

function remembered(text: string, from: number, to: number, termsOfRun: (run: string) => readonly string[]): readonly string[] {
  const slot = slotOf(text, from, to);
  const known = slots[slot];
  if (known !== undefined && known.run.length === to - from && text.startsWith(known.run, from)) return known.terms;
  const run = text.slice(from, to);
  const terms = termsOfRun(run);
  if (run.length <= longestRemembered) slots[slot] = { run, terms };
  return terms;
}

function slotOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (slots.length - 1);
}
