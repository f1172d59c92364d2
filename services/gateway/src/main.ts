import { loadConfig } from "@rialto/service-kit/config";
import { runService } from "@rialto/service-kit/run-service";
import { gatewayConfig } from "./config.ts";
import { composeGateway } from "./service.ts";

const config = loadConfig(gatewayConfig, process.env);

await runService({ name: "gateway", config, compose: (platform) => composeGateway(platform, config) });
