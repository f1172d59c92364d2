import { chapterNamesZh } from "./names-zh-chapters.ts";
import { headingNamesZh } from "./names-zh-headings.ts";
import { descriptions, headings } from "./nomenclature.ts";
import { tradeWords } from "./trade-words.ts";

/** One text about a heading and how much a word in it counts. */
export type Field = { text: string; weight: number };

export type HeadingText = { code: string; fields: Field[] };

// What a heading is not, says nothing of what it is: "(not knitted or crocheted)", "excluding ...", "other than ...".
const negation = /\((?:not|other than|excluding|except)[^)]*\)|\b(?:not|other than|excluding|except|n\.e\.c)\b[^;,(]*/gi;

export const withoutNegation = (text: string): string => text.replace(negation, " ");

const subheadingsOf = new Map<string, string[]>();
for (const [code, text] of descriptions) {
  if (code.length !== 6) continue;
  const list = subheadingsOf.get(code.slice(0, 4)) ?? [];
  list.push(text);
  subheadingsOf.set(code.slice(0, 4), list);
}

/** The texts that describe each heading. Shipped words are the Chinese names and the everyday words; they can be left out. */
export function headingTexts(options: { shippedWords: boolean }): HeadingText[] {
  return headings.map((code) => ({ code, fields: fieldsOf(code, options.shippedWords) }));
}

function fieldsOf(code: string, shippedWords: boolean): Field[] {
  const title = withoutNegation(descriptions.get(code) ?? "");
  const subheadings = subheadingsOf.get(code) ?? [];
  const fields: Field[] = [
    { text: title, weight: 1 },
    { text: title.split(/[;,]/)[0] ?? "", weight: 0.5 },
    { text: withoutNegation(descriptions.get(code.slice(0, 2)) ?? ""), weight: 0.25 },
    ...subheadings.map((text) => ({ text: withoutNegation(text), weight: 1 / Math.sqrt(subheadings.length) })),
  ];
  if (!shippedWords) return fields;
  fields.push({ text: headingNamesZh.get(code) ?? "", weight: 1.5 });
  fields.push({ text: chapterNamesZh.get(code.slice(0, 2)) ?? "", weight: 0.25 });
  fields.push({ text: tradeWords.get(code) ?? "", weight: 1.5 });
  return fields;
}
