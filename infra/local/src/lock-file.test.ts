import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "./project-root.ts";

type Entry = { version?: string; optionalDependencies?: Record<string, string> };

const text = readFileSync(join(projectRoot, "package-lock.json"), "utf8");

// npm drops the builds of other platforms that a registry cannot give when it writes the lock file; `npm ci` then refuses it.
test("given the lock file, when read, then it names every optional build that a package of it asks for", () => {
  const { packages } = JSON.parse(readFileSync(join(projectRoot, "package-lock.json"), "utf8")) as {
    packages: Record<string, Entry>;
  };
  const named = (path: string, name: string) => packages[`node_modules/${name}`] ?? packages[`${path}/node_modules/${name}`];
  const missing = Object.entries(packages).flatMap(([path, { version, optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).flatMap((name) => (named(path, name) ? [] : [`${path} ${version} lacks ${name}`])),
  );
  expect(missing).toEqual([]);
});

test("given the lock file, when read, then it holds no address of a registry", () => {
  expect(text).not.toContain('"resolved": "http');
});
