// Stands in for the engine's thread: it starts, answers, fails and dies on request.
import { parentPort, workerData } from "node:worker_threads";
import type { FromThread, ThreadData, ToThread } from "../src/matching/thread-messages.ts";

const { replica } = workerData as ThreadData;
const say = (message: FromThread) => parentPort?.postMessage(message);

parentPort?.on("message", (message: ToThread) => {
  if (message.kind === "stop") return parentPort?.close();
  const { id, input } = message;
  switch (input[0]) {
    case "die":
      throw new Error("out of memory, say");
    case "vanish":
      return process.exit(1);
    case "fail":
      return say({ kind: "failed", id, message: "MEMBER_UNKNOWN" });
    case "mark":
      say({ kind: "following", isFollowing: true });
      say({ kind: "mark", number: 7 });
      say({ kind: "setAside", about: "poison", message: "unreadable" });
      return say({ kind: "answer", id, answer: undefined });
    case "silence":
      return;
    default:
      return say({ kind: "answer", id, answer: { replica, input } });
  }
});

say({ kind: "started" });
