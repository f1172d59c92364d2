import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { missingIn } from "../complete-lock.mjs";

const lock = JSON.parse(readFileSync(new URL("../../../package-lock.json", import.meta.url), "utf8"));

test("the lock file can be installed on every platform: `npm run lock` has been run", () => {
  expect(missingIn(lock).map(({ path }) => path)).toEqual([]);
});

test("it carries no address of a registry", () => {
  expect(JSON.stringify(lock)).not.toContain('"resolved":"http');
});
