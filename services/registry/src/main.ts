import { loadConfig } from "@rialto/service-kit/config";
import { runService } from "@rialto/service-kit/run-service";
import { registryConfig } from "./config.ts";
import { createOwnKeys } from "./own-keys.ts";
import { composeRegistry } from "./service.ts";

const config = loadConfig(registryConfig, process.env);
const ownKeys = createOwnKeys();

await runService({
  name: "registry",
  config,
  keys: ownKeys.keys,
  compose: (platform) => composeRegistry(platform, config, ownKeys),
});
