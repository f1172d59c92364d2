import { parentPort } from "node:worker_threads";
import { answerHs } from "./answer-hs.ts";
import type { HsQuestion } from "./hs-question.ts";

parentPort?.on("message", ({ id, question }: { id: number; question: HsQuestion }) => {
  parentPort?.postMessage({ id, codes: answerHs(question) });
});
