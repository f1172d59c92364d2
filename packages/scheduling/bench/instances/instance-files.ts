import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";

export interface NamedInstance {
  name: string;
  text: string;
}

/** The .dzn files of a folder, by name. Throws if there are none. */
export async function instanceFiles(folder: string): Promise<NamedInstance[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".dzn")).sort();
  if (names.length === 0) throw new Error(`no .dzn files in ${folder}`);
  return Promise.all(
    names.map(async (name) => ({ name: basename(name, ".dzn"), text: await readFile(join(folder, name), "utf8") })),
  );
}
