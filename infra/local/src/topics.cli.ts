// node infra/local/src/topics.cli.ts: creates the topics of the contracts at KAFKA_BROKERS; for containers and clusters.
import { topics } from "@rialto/contracts/event-catalog";
import { createTopics } from "./topics.ts";

const created = await createTopics(process.env.KAFKA_BROKERS ?? "127.0.0.1:9092", topics);
console.log(created.length > 0 ? `Created: ${created.join(", ")}` : "All topics are there.");
