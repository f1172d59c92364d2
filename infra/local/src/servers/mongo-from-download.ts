import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Rung } from "./ladder.ts";
import { mongodPlan } from "./mongod.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";
import { showProgress } from "./show-progress.ts";

const VERSION = "8.0.16";

export const mongoFromDownload: Rung<ServerContext, ServerPlan> = {
  name: `mongod ${VERSION} from the official download`,
  async try(context) {
    const downloadDir = join(context.cacheDir, "mongodb-download");
    await mkdir(downloadDir, { recursive: true });
    // Loaded late: most starts never come this far, and it is large. It checks the archive and locks the folder itself.
    const { MongoBinary } = await import("mongodb-memory-server-core");
    const get = () => MongoBinary.getPath({ version: VERSION, downloadDir, checkMD5: true });
    return mongodPlan(await showProgress(`Downloading MongoDB ${VERSION}`, downloadDir, context.log, get), context);
  },
};
