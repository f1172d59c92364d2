import { parentPort } from "node:worker_threads";
import { answerHs } from "./answer-hs.ts";
import type { HsQuestion } from "./hs-question.ts";

/** A question that cannot be answered costs nobody else theirs: the thread lives on. */
parentPort?.on("message", ({ id, question }: { id: number; question: HsQuestion }) => {
  try {
    parentPort?.postMessage({ id, codes: answerHs(question) });
  } catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
  }
});
