import { fold, isPlain, readable } from "./fold.ts";
import { plainTerms } from "./plain-terms.ts";
import { stem } from "./stem.ts";
import { stopWords } from "./stop-words.ts";

const runs =
  /[\p{Script=Han}]+|[a-z0-9]+(?:['’][a-z]+)?|[\p{Script=Cyrillic}]+|[\p{Script=Hangul}]+|[\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{Script=Arabic}]+/gu;
const wordLimit = 40;

/**
 * The terms of a text, in order, repeats kept: stemmed words of alphabetic scripts, and character bigrams of scripts
 * that do not separate words (a lone character is a term of its own). Codes of two digits and less are dropped.
 */
export function terms(text: string): readonly string[] {
  if (text === lastText) return lastTerms;
  lastTerms = termsOf(text);
  lastText = text;
  return lastTerms;
}

// One item's text is asked for twice in a row, by the lexicon and by the classifier.
let lastText = "";
let lastTerms: readonly string[] = [];

function termsOf(text: string): string[] {
  const read = readable(text);
  if (isPlain(read)) return plainTerms(read, termsOfPlainRun);
  const folded = fold(read);
  if (isPlain(folded)) return plainTerms(folded, termsOfPlainRun);
  const found: string[] = [];
  for (const run of folded.match(runs) ?? []) addRun(run, found);
  return found;
}

/** Plain characters are folded one by one: it does not matter that the text was cut into runs before. */
function termsOfPlainRun(run: string): readonly string[] {
  const found: string[] = [];
  addRun(fold(run), found);
  return found;
}

const addRun = (run: string, found: string[]): void => (isUnspaced(run) ? addBigrams(run, found) : addWord(run, found));

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const isUnspaced = (run: string): boolean => run.charCodeAt(0) > 127 && unspaced.test(run);

function addWord(run: string, found: string[]): void {
  const word = run.replace(/['’]s?$|['’](?=[a-z])/g, "");
  if (word.length > wordLimit || stopWords.has(word) || /^\d{1,2}$/.test(word)) return;
  if (word.length > 1) found.push(stem(word));
}

function addBigrams(run: string, found: string[]): void {
  const characters = [...run];
  if (characters.length === 1) found.push(run);
  for (let at = 0; at + 1 < characters.length; at++) {
    const bigram = `${characters[at]}${characters[at + 1]}`;
    if (!stopWords.has(bigram)) found.push(bigram);
  }
}
