import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isInstalled, requireNode } from "../project.mjs";

type Packages = Record<string, object>;

/** A folder as npm leaves it: what the lock file wants, what was installed, and with which marker. */
async function folderWith(wanted: Packages, installed: Packages | undefined, marker?: (lock: string) => string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rialto-installed-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const lock = JSON.stringify({ packages: wanted });
  await writeFile(join(folder, "package-lock.json"), lock);
  if (installed === undefined) return folder;
  await mkdir(join(folder, "node_modules", ".bin"), { recursive: true });
  await writeFile(join(folder, "node_modules", ".bin", "node"), "");
  await writeFile(join(folder, "node_modules", ".package-lock.json"), JSON.stringify({ packages: installed }));
  if (marker !== undefined) await writeFile(join(folder, "node_modules", ".installed-lock-file"), marker(lock));
  return folder;
}

const a1 = { "node_modules/a": { version: "1.0.0" } };
const a2 = { "node_modules/a": { version: "2.0.0" } };

test("given no node_modules, when asked, then it is not installed", async () => {
  expect(isInstalled(await folderWith(a1, undefined))).toBe(false);
});

test("given what the lock file says, when asked, then it is installed", async () => {
  const otherPlatform = { "node_modules/a-darwin": { version: "1.0.0", optional: true } };
  expect(isInstalled(await folderWith({ ...a1, ...otherPlatform }, a1))).toBe(true);
});

test("given another version, when asked, then it is not installed", async () => {
  expect(isInstalled(await folderWith(a2, a1))).toBe(false);
});

test("given a lock file that says more than npm installs, when it was installed from, then it is not installed again", async () => {
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  expect(isInstalled(await folderWith(a2, a1, hash))).toBe(true);
});

test("given an old Node, when asked for a newer one, then the sentence says which is there and what to do", () => {
  expect(() => requireNode("18.20.1")).toThrow(/needs Node.js 20 or newer, and this is 18.20.1\. Install/);
  expect(() => requireNode("20.0.0")).not.toThrow();
});
