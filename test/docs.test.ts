import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deadLinks } from "@rialto/testing/service-readme";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const documents = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  ...globSync("{packages,services,infra,test}/**/README.md", { cwd: root }),
].filter((path) => !path.includes("node_modules"));

const scriptsOf = (folder: string): string[] => {
  const file = join(root, folder, "package.json");
  return existsSync(file) ? Object.keys(JSON.parse(readFileSync(file, "utf8")).scripts ?? {}) : [];
};

describe.each(documents)("%s", (path) => {
  const text = readFileSync(join(root, path), "utf8");

  test("its links lead somewhere", async () => {
    expect(await deadLinks(new URL(`file://${join(root, path)}`))).toEqual([]);
  });

  test("the commands it names exist", () => {
    const commands = [...text.matchAll(/npm run ([\w:]+)\b(?! -w <)(?: -w ([\w/-]+))?/g)];
    const missing = commands.filter(([, script = "", folder = "."]) => !scriptsOf(folder).includes(script));
    expect(missing.map(([command]) => `${dirname(path)}: ${command}`)).toEqual([]);
  });
});
