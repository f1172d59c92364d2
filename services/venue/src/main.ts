import { loadConfig } from "@rialto/service-kit/config";
import { runService } from "@rialto/service-kit/run-service";
import { venueConfig } from "./config.ts";
import { composeVenue } from "./service.ts";

const config = loadConfig(venueConfig, process.env);

await runService({ name: "venue", config, compose: (platform) => composeVenue(platform, config) });
