import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { pipeline } from "node:stream/promises";

type Manifest = Record<string, string>;

const MANIFEST = "manifest.json";
const ABANDONED_MS = 6 * 3_600_000;

async function checksum(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex");
}

async function manifestOf(folder: string): Promise<Manifest> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const manifest: Manifest = {};
  for (const file of files.sort()) {
    const name = relative(folder, file);
    if (name !== MANIFEST) manifest[name] = await checksum(file);
  }
  return manifest;
}

/** Whether a cache entry is there, whole, and as it was when it was filled. */
export async function isIntact(folder: string): Promise<boolean> {
  try {
    const expected = await readFile(join(folder, MANIFEST), "utf8");
    return expected === JSON.stringify(await manifestOf(folder));
  } catch {
    return false;
  }
}

async function removeAbandoned(cacheDir: string): Promise<void> {
  for (const name of await readdir(cacheDir)) {
    const folder = join(cacheDir, name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }));
    if (name.startsWith(".filling-") && Date.now() - mtimeMs > ABANDONED_MS) await rm(folder, { recursive: true, force: true });
  }
}

/** Puts a filled folder in its place. Whoever comes second keeps what the first has put there. */
async function settle(filled: string, folder: string): Promise<void> {
  try {
    await rename(filled, folder);
  } catch (error) {
    if (!(await isIntact(folder))) throw error;
    await rm(filled, { recursive: true, force: true });
  }
}

/**
 * The folder of a cache entry, verified by checksum; filled first when it is missing or damaged.
 * Filled in a folder aside and moved into place in one step, so several processes may fill it at once.
 */
export async function cached(cacheDir: string, key: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheDir, key);
  if (await isIntact(folder)) return folder;
  await mkdir(cacheDir, { recursive: true });
  await removeAbandoned(cacheDir);
  const filling = await mkdtemp(join(cacheDir, ".filling-"));
  try {
    await fill(filling);
    await writeFile(join(filling, MANIFEST), JSON.stringify(await manifestOf(filling)));
    if (!(await isIntact(folder))) await rm(folder, { recursive: true, force: true });
    await settle(filling, folder);
  } catch (error) {
    await rm(filling, { recursive: true, force: true });
    throw error;
  }
  return folder;
}
