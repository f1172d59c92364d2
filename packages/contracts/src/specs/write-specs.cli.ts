import { mkdir, rm, writeFile } from "node:fs/promises";
import { allSpecs } from "./all-specs.ts";
import { toText } from "./json.ts";
import { contractsVersion, readSpecs, releasedFolder, specFolder } from "./spec-files.ts";

// Writes the specifications; with --release also the copy that later ones are compared with.
const release = process.argv.includes("--release");
const specs = allSpecs(await contractsVersion());

for (const folder of release ? [specFolder, releasedFolder] : [specFolder]) {
  await mkdir(folder, { recursive: true });
  for (const name of Object.keys(await readSpecs(folder))) if (!(name in specs)) await rm(new URL(name, folder));
  for (const [name, spec] of Object.entries(specs)) await writeFile(new URL(name, folder), toText(spec));
}
console.log(`${Object.keys(specs).join(", ")} written${release ? ", and kept as released" : ""}`);
