import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

const EVERY_MS = 3_000;

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file).catch(() => ({ size: 0 }))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Says every few seconds how long `work` has taken and how much of it has arrived in `folder`. */
export async function showProgress<T>(
  what: string,
  folder: string,
  log: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  const startedAt = Date.now();
  log(`${what} ...`);
  const timer = setInterval(async () => {
    const megabytes = Math.round((await bytesIn(folder)) / 1_000_000);
    log(`${what}: ${Math.round((Date.now() - startedAt) / 1_000)} s, ${megabytes} MB so far`);
  }, EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
