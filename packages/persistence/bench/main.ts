// Figures on real servers: those named by MONGO_URL and KAFKA_BROKERS, else a pair of its own that goes with it.
import { randomUUID } from "node:crypto";
import testServers from "@rialto/local/test-servers";
import { closeMongo, connectMongo } from "../src/connection.ts";
import { boothHeld } from "../test/booths.ts";
import { openBus } from "../test/fault/world.ts";
import { mongoUrl } from "../test/mongo-url.ts";
import { measureContention, printContention } from "./contention.ts";
import { benchRelay } from "./relay.ts";
import { benchUpdates } from "./updates.ts";
import { bareIndexInsert, inTransaction, throughStore } from "./ways.ts";

const stopServers = await testServers();
const database = `persistence_bench_${randomUUID().slice(0, 8)}`;
const connection = await connectMongo({ url: mongoUrl(), database });
const bus = await openBus(`${database}.`);
try {
  await bus.ensureTopics([boothHeld.topic]);
  await benchUpdates(connection);
  await benchRelay(connection, { "no bus": { publish: async () => {} }, Kafka: bus });
  const ways = [await bareIndexInsert(connection), await throughStore(connection), await inTransaction(connection)];
  // A transaction under contention takes so long that few rounds must do.
  const rounds = (contenders: number, { name }: { name: string }) =>
    name === "transaction" ? Math.max(1, Math.ceil(200 / contenders)) : Math.max(3, Math.min(200, Math.ceil(3_000 / contenders)));
  printContention("One slot, several contenders", await measureContention(ways, { rounds }));
} finally {
  await connection.dropDatabase();
  await closeMongo(connection);
  await bus.close();
  await stopServers();
}
