import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import * as errors from "../src/errors.ts";
import { HANDLED_KEPT } from "../src/mongo-documents.ts";
import { MARKS_KEPT } from "../src/perform-write.ts";

const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");

test("every error is explained in the README", () => {
  expect(Object.keys(errors).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test("the README's limits are those of the code", () => {
  expect(readme).toContain(`last ${HANDLED_KEPT} commands with an Idempotency-Key`);
  expect(readme).toContain(`last ${MARKS_KEPT} writes`);
});

test("every entry point that the README names exists", async () => {
  const named = [...readme.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(5);
  for (const name of named) await expect(import(`../src/${name}.ts`), name).resolves.toBeTruthy();
});
