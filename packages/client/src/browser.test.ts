import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const folder = new URL(".", import.meta.url);

test("the client runs in a browser: it imports nothing of Node and nothing of the services' side", async () => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  expect(names).toContain("rialto-client.ts");
  for (const name of names) {
    const source = await readFile(new URL(name, folder), "utf8");
    const imported = [...source.matchAll(/from "([^"]+)"/g)].map(([, from = ""]) => from);
    const allowed = /^(\.\/|@rialto\/contracts\/|socket\.io-client$|zod$)/;
    expect(imported.filter((from) => !allowed.test(from))).toEqual([]);
    expect(source).not.toMatch(/\b(Buffer|process|require)\b\s*[.(]/);
  }
});
