// node infra/local/src/servers.cli.ts --mongo-port 27500 --kafka-port 9500 --data <folder>: both servers, until Ctrl-C.
import { parseArgs } from "node:util";
import { sentenceOf } from "./problem.ts";
import { onInterrupt } from "./process/interrupt.ts";
import { startServers } from "./servers/start-servers.ts";

const { values } = parseArgs({
  options: {
    "mongo-port": { type: "string", default: "27117" },
    "kafka-port": { type: "string", default: "9192" },
    data: { type: "string", default: ".rialto/data" },
  },
});

try {
  const servers = await startServers({
    dataDir: values.data,
    mongoPort: Number(values["mongo-port"]),
    kafkaPort: Number(values["kafka-port"]),
    log: console.log,
    report: (report) => console.log(JSON.stringify(report)),
  });
  const alive = setInterval(() => undefined, 60_000);
  onInterrupt(() => {
    clearInterval(alive);
    void servers.stop();
  }, servers.kill);
  console.log(`MONGO_URL=${servers.mongoUrl} KAFKA_BROKERS=${servers.kafkaBrokers}`);
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
