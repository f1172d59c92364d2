// The thread in which the lists are computed. It reads the service's database over a connection of its own, so that neither
// reading 25,000 profiles nor ranking them ever keeps a request waiting.
import { parentPort, workerData } from "node:worker_threads";
import { closeMongo, connectMongo } from "@rialto/persistence/connection";
import { createMatchSource } from "../store/match-source.ts";
import { createSnapshotShelf } from "../store/snapshot-shelf.ts";
import { codeVersion } from "./code-version.ts";
import { followHistory } from "./follow-history.ts";
import { createListSnapshots } from "./list-snapshots.ts";
import { createMatchEngine } from "./match-engine.ts";
import type { FromThread, ThreadData, ToThread } from "./thread-messages.ts";

const { url, database, replica } = workerData as ThreadData;
const port = parentPort;
if (port === null) throw new Error("this file is the entry of a worker thread");
const say = (message: FromThread) => port.postMessage(message);
const textOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const connection = await connectMongo({ url, database, appName: "matchmaking matches", maxPoolSize: 4 });
const setAside = (about: string, error: unknown) => say({ kind: "setAside", about, message: textOf(error) });
const engine = createMatchEngine({ setAside });
const snapshots = createListSnapshots(createSnapshotShelf(connection), codeVersion());
const following = followHistory({
  snapshots,
  source: createMatchSource(connection),
  engine,
  replica,
  heard: {
    mark: (number) => say({ kind: "mark", number }),
    following: (isFollowing) => say({ kind: "following", isFollowing }),
    lost: (error) => say({ kind: "lost", message: textOf(error) }),
    setAside,
  },
});

function answer({ id, question, input }: Extract<ToThread, { kind: "ask" }>): void {
  try {
    const method = engine[question] as (...input: readonly unknown[]) => unknown;
    say({ kind: "answer", id, answer: method(...input) });
  } catch (error) {
    say({ kind: "failed", id, message: textOf(error) });
  }
}

const loaded = following.start();
port.on("message", (message: ToThread) => {
  // An engine without rows would say that nobody is recommended to anybody. Should loading fail, the thread ends with its error.
  if (message.kind === "ask") return void loaded.then(() => answer(message)).catch(() => undefined);
  void following
    .stop()
    .then(() => closeMongo(connection))
    .then(() => port.close());
});

const storeSnapshot = () => snapshots.store(engine).catch((error: unknown) => setAside("snapshot", error));
const lookEveryMs = 30_000;

await loaded;
say({ kind: "started" });
setInterval(storeSnapshot, lookEveryMs).unref();
