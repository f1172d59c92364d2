// The launcher as it is, with toy services: TOY_PORTS="gateway,other,mongo,kafka", then its ordinary options.
import { readOptions } from "../../src/options.ts";
import { runLauncher } from "../../src/run-launcher.ts";
import type { ServiceSpec } from "../../src/topology.ts";

const [gateway = 0, other = 0, mongoPort = 0, kafkaPort = 0] = (process.env.TOY_PORTS ?? "").split(",").map(Number);
const toy = (name: string, port: number): ServiceSpec => ({
  name,
  port,
  entry: "infra/local/test/toy/service.ts",
  environment: ({ mongoUrl, kafkaBrokers }) => ({
    HTTP_PORT: String(port),
    TOY_NAME: name,
    MONGO_URL: mongoUrl,
    KAFKA_BROKERS: kafkaBrokers,
  }),
});
const gatewayUrl = `http://127.0.0.1:${gateway}`;
const topology = {
  services: [toy("other", other), toy("gateway", gateway)],
  mongoPort,
  kafkaPort,
  gatewayUrl,
  seed: { entry: "infra/local/test/toy/seed.ts", environment: { GATEWAY_URL: gatewayUrl } },
};
process.exit(await runLauncher({ topology, options: readOptions(process.argv.slice(2)) }));
