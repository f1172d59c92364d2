// Makes src/hs/nomenclature.generated.json from the public "harmonized-system" data set (Open Data Commons Public Domain
// Dedication and License). Usage: node scripts/make-nomenclature.ts <folder with harmonized-system.csv and sections.csv>
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: make-nomenclature.ts <folder>");

function cells(line: string): string[] {
  return [...line.matchAll(/("([^"]|"")*"|[^,]*)(,|$)/g)].map((m) => m[1]!.replace(/^"|"$/g, "").replaceAll('""', '"').trim());
}
const rows = (file: string) =>
  readFileSync(join(folder, file), "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .slice(1)
    .filter(Boolean)
    .map(cells);

const sections = rows("sections.csv").map(([section, name]) => [section, name]);
const chapterSection: Record<string, string> = {};
const codes: [string, string][] = [];
for (const [section, code, description] of rows("harmonized-system.csv")) {
  if (!code || !description || code === "TOTAL") continue;
  if (code.length === 2) chapterSection[code] = section!;
  codes.push([code, description]);
}
const out = {
  source: "https://github.com/datasets/harmonized-system (HS 2022)",
  license: "ODC-PDDL-1.0",
  sections,
  chapterSection,
  codes: codes.map(([code, text]) => `${code} ${text}`),
};
writeFileSync(
  new URL("../src/hs/nomenclature.generated.json", import.meta.url),
  `${JSON.stringify(out, null, 0).replaceAll('","', '",\n"')}\n`,
);
