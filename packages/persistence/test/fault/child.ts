// A process of its own with a store and a relay, made to be killed or stopped. It writes one line at the moment that matters.
import { connectMongo } from "../../src/connection.ts";
import { createRelay } from "../../src/relay.ts";
import { createStore } from "../../src/store.ts";
import { boothsDeclaration, hold, someCause } from "../booths.ts";
import { mongoUrl } from "../mongo-url.ts";
import { oneTo } from "../recording-bus.ts";
import { openBus } from "./world.ts";

const [database = "", topicPrefix = "", pausesAt = "", id = "", writes = "0"] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const never = () => new Promise<never>(() => {});

const bus = await openBus(topicPrefix);
const store = createStore(await connectMongo({ url: mongoUrl(), database }), boothsDeclaration);

const publish: typeof bus.publish = async (envelopes) => {
  if (pausesAt === "publish") {
    say("at publish");
    await never();
  }
  if (pausesAt === "publishLater") {
    say("at publish");
    await new Promise((resolve) => process.stdin.once("data", resolve));
  }
  await bus.publish(envelopes);
  if (pausesAt === "publishLater") say("published");
};
const forget: typeof store.outbox.forget = async (sent) => {
  if (pausesAt === "forget") {
    say("at forget");
    await never();
  }
  await store.outbox.forget(sent);
};

const relay = createRelay({
  stores: [{ ...store, outbox: { ...store.outbox, forget } }],
  bus: { publish },
  logger: { info: () => {}, warn: () => {}, error: () => {} },
});
if (writes !== "0") await store.update(id, () => oneTo(Number(writes)).map((n) => hold(id, `child${n}`)), someCause());
else relay.start();
