import { join, resolve } from "node:path";

export const projectRoot = resolve(import.meta.dirname, "../../..");
export const cacheDir = join(projectRoot, ".rialto", "cache");
