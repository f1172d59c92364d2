// Figures on real servers: those that MONGO_URL and KAFKA_BROKERS name, else some of its own that go with it.
// `npm run bench -w services/matchmaking -- matches` or `-- booking` for one half.

import { newId } from "@rialto/contracts/kernel/ids";
import testServers from "@rialto/local/test-servers";
import { measureContention, printContention } from "@rialto/persistence/bench/contention";
import { bareIndexInsert, inTransaction } from "@rialto/persistence/bench/ways";
import { closeMongo, connectMongo } from "@rialto/persistence/connection";
import { createStore } from "@rialto/persistence/store";
import { meetingsDeclaration } from "../src/store/meetings.ts";
import { benchCounters } from "./counters.ts";
import { benchLatency, benchRestart, benchStart, withDatabase } from "./live-matches.ts";
import { operation, wayOf, writeOfAcceptance } from "./ways.ts";

const contenders = [1, 10, 100, 1_000];
const roundsOf = (count: number) => Math.max(3, Math.min(200, Math.ceil(3_000 / count)));
// A transaction under contention takes so long that few rounds must do.
const roundsOfTransaction = (count: number) => Math.max(1, Math.ceil(200 / count));

const stopServers = await testServers();
const { MONGO_URL: url = "" } = process.env;
const [only] = process.argv.slice(2);
const connection = await connectMongo({ url, database: `matchmaking-bench-${newId().slice(-12)}` });
try {
  if (only !== "booking") {
    await withDatabase(url, connectMongo, (place) => benchStart(place));
    await withDatabase(url, connectMongo, (place) => benchRestart(place));
    await withDatabase(url, connectMongo, (place) => benchLatency(place));
  }
  if (only !== "matches") await benchBooking();
} finally {
  await connection.dropDatabase();
  await closeMongo(connection);
  await stopServers();
}

async function benchBooking(): Promise<void> {
  const meetings = createStore(connection, meetingsDeclaration);
  await meetings.ready();
  const ways = [
    await bareIndexInsert(connection),
    await wayOf("acceptMeeting, its write", meetings, writeOfAcceptance(meetings), contenders, roundsOf),
    await wayOf("acceptMeeting, whole", meetings, operation(meetings), contenders, roundsOf),
    await inTransaction(connection),
  ];
  const rounds = (count: number, { name }: { readonly name: string }) =>
    name === "transaction" ? roundsOfTransaction(count) : roundsOf(count);
  printContention("One person, one slot, several contenders", await measureContention(ways, { contenders, rounds }));
  await benchCounters(meetings);
}
