// First process of the bare path: one HTTP request, one journaled majority write, one message to Kafka.
import express from "express";
import { createConnection } from "mongoose";
import { createProducer, settings } from "./settings.ts";

const connection = await createConnection(settings.mongoUrl, { dbName: settings.database }).asPromise();
const requests = connection.collection("requests");
const publish = await createProducer();
const app = express();

app.use(express.json());
app.get("/readyz", (_req, res) => void res.json({ ready: true }));
app.post("/requests", async (req, res) => {
  const { id, recipientId } = req.body as { id: string; recipientId: string };
  await requests.insertOne({ id, recipientId, requestedAt: new Date() }, { writeConcern: { w: "majority", j: true } });
  res.status(201).json({ id });
  await publish(settings.events, recipientId, JSON.stringify(req.body));
});
app.listen(settings.port, "127.0.0.1");
