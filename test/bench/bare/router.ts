// Second process of the bare path: from one topic to the other.
import { createServer } from "node:http";
import { consume, createProducer, settings } from "./settings.ts";

const publish = await createProducer();
await consume(`${settings.events}.router`, settings.events, async (key, value) => {
  await publish(settings.notifications, key, value);
});
createServer((_req, res) => void res.end("ready")).listen(settings.port, "127.0.0.1");
