import { loadConfig } from "@rialto/service-kit/config";
import { runService } from "@rialto/service-kit/run-service";
import { matchmakingDeps } from "./compose.ts";
import { matchmakingConfig } from "./config.ts";
import { createMatchmakingService } from "./service.ts";

const config = loadConfig(matchmakingConfig, process.env);

await runService({
  name: "matchmaking",
  config,
  compose: (platform) => createMatchmakingService(matchmakingDeps(platform, config)),
});
