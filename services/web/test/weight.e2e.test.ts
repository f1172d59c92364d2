import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";

const MOST_BYTES = 200_000;
const dist = join(import.meta.dirname, "..", "dist");

interface Piece {
  readonly file: string;
  readonly imports?: readonly string[];
}

const manifest = JSON.parse(await readFile(join(dist, ".vite", "manifest.json"), "utf8")) as Record<string, Piece>;

/** The scripts that must arrive before these can run. */
function scriptsOf(names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    const piece = manifest[name];
    if (piece === undefined) throw new Error(`the build knows no ${name}`);
    if (found.has(piece.file)) continue;
    found.add(piece.file);
    scriptsOf(piece.imports ?? [], found);
  }
  return found;
}

async function weightOf(names: readonly string[]): Promise<number> {
  const sizes = [...scriptsOf(names)].map(async (file) => (await stat(join(dist, `${file}.br`))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

const signedIn = ["src/app/Rooms.tsx", "../../packages/client/src/live-client.ts"];
const firstScreens = {
  nobody: ["src/entrance/EntrancePage.tsx"],
  "buyer, exhibitor, partner": [...signedIn, "src/now/NowPage.tsx"],
  "organizer, zone manager": [...signedIn, "src/numbers/NumbersPage.tsx"],
  "ceremony host": [...signedIn, "src/ceremony/CeremoniesPage.tsx"],
};

test.each(Object.entries(firstScreens))("the first screen of %s is light enough for a phone at a fair", async (_, pieces) => {
  for (const language of ["en", "zh"]) {
    const bytes = await weightOf(["index.html", `src/language/messages/${language}/index.ts`, ...pieces]);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(bytes).toBeGreaterThan(MOST_BYTES / 4);
  }
});
