import { readdir, readFile } from "node:fs/promises";
import type { JsonObject } from "./json.ts";

export const specFolder = new URL("../../specs/", import.meta.url);
/** The specifications as they were at the last release: later ones must be compatible with them. */
export const releasedFolder = new URL("released/", specFolder);

const packageFile = new URL("../../package.json", import.meta.url);

/** The version of the contracts, which is the version of every specification. */
export const contractsVersion = async (): Promise<string> => JSON.parse(await readFile(packageFile, "utf8")).version;

/** The specifications in a folder by file name; none when there is no such folder. */
export async function readSpecs(folder: URL): Promise<Record<string, { text: string; spec: JsonObject }>> {
  const names = await readdir(folder).catch(() => []);
  const found = names.filter((name) => name.endsWith(".json")).sort();
  const specs = found.map(async (name) => {
    const text = await readFile(new URL(name, folder), "utf8");
    return [name, { text, spec: JSON.parse(text) as JsonObject }] as const;
  });
  return Object.fromEntries(await Promise.all(specs));
}
