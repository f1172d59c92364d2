import { chapterNamesZh, sectionNamesZh } from "./names-zh-chapters.ts";
import { headingNamesZh } from "./names-zh-headings.ts";
import data from "./nomenclature.generated.json" with { type: "json" };

/** English official text by code (2, 4 or 6 digits), Harmonized System 2022, public domain. */
export const descriptions: ReadonlyMap<string, string> = new Map(
  data.codes.map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]),
);

export const headings: readonly string[] = [...descriptions.keys()].filter((code) => code.length === 4);

const sectionNames = new Map(data.sections.map(([section, name]) => [section!, name!]));
const sectionOfChapter = new Map(Object.entries(data.chapterSection));

export type CodeName = { en: string; zh: string };

/** Name of a code, or of its nearest known ancestor; Chinese falls back to the chapter's name. Undefined for an unknown chapter. */
export function nameOf(code: string): CodeName | undefined {
  const chapter = code.slice(0, 2);
  const en = descriptions.get(code.slice(0, 6)) ?? descriptions.get(code.slice(0, 4)) ?? descriptions.get(chapter);
  if (en === undefined) return undefined;
  return { en, zh: headingNamesZh.get(code.slice(0, 4)) ?? chapterNamesZh.get(chapter) ?? en };
}

/** The section of a code ("XI"), with its names; undefined for an unknown chapter. */
export function sectionOf(code: string): (CodeName & { section: string }) | undefined {
  const section = sectionOfChapter.get(code.slice(0, 2));
  if (section === undefined) return undefined;
  const en = sectionNames.get(section) ?? section;
  return { section, en, zh: sectionNamesZh.get(section) ?? en };
}
