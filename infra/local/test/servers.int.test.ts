import { Kafka, logLevel } from "kafkajs";
import { MongoClient } from "mongodb";
import { expect, test } from "vitest";

test("given the servers of this run, when a transaction is written, then it is kept: MongoDB is a replica set", async () => {
  const client = await new MongoClient(process.env.MONGO_URL ?? "").connect();
  const things = client.db("local_servers_test").collection("things");
  await client.withSession((session) => session.withTransaction(() => things.insertOne({ kept: true }, { session })));
  expect(await things.countDocuments({ kept: true })).toBe(1);
  await things.db.dropDatabase();
  await client.close();
});

test("given the servers of this run, when a topic that nobody made is written to, then Kafka refuses", async () => {
  const brokers = (process.env.KAFKA_BROKERS ?? "").split(",");
  const producer = new Kafka({ brokers, logLevel: logLevel.NOTHING, retry: { retries: 0 } }).producer({
    allowAutoTopicCreation: false,
  });
  await producer.connect();
  const sending = producer.send({ topic: `nobody-made-${process.pid}`, messages: [{ key: "k", value: "v" }] });
  await expect(sending).rejects.toThrow(/does not host this topic-partition/);
  await producer.disconnect();
});
