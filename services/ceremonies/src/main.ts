import { loadConfig } from "@rialto/service-kit/config";
import { runService } from "@rialto/service-kit/run-service";
import { ceremoniesConfig } from "./config.ts";
import { createCeremoniesDeps } from "./deps.ts";
import { createCeremoniesService } from "./service.ts";

await runService({
  name: "ceremonies",
  config: loadConfig(ceremoniesConfig, process.env),
  compose: (platform) => createCeremoniesService(createCeremoniesDeps(platform)),
});
