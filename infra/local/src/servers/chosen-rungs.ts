import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

export type ChosenRungs = { mongo?: string; kafka?: string };

const fileIn = (dataDir: string) => join(dataDir, "servers.json");

/** Which kinds of server wrote this data folder; empty when it is new. */
export async function chosenRungs(dataDir: string): Promise<ChosenRungs> {
  try {
    return JSON.parse(await readFile(fileIn(dataDir), "utf8"));
  } catch {
    return {};
  }
}

export const rememberRungs = (dataDir: string, chosen: ChosenRungs) => writeFile(fileIn(dataDir), `${JSON.stringify(chosen)}\n`);
