import { parentPort, workerData } from "node:worker_threads";
import { explainSchedule } from "../explain/explain-schedule.ts";
import { ProblemRefused } from "../model/contradiction.ts";
import { parseProblem } from "../model/parse-problem.ts";
import type { Progress } from "../model/result.ts";
import { solveCompiled } from "../solve.ts";
import type { ThreadInput, ThreadMessage } from "./protocol.ts";
import { throttle } from "./throttle.ts";

const input: ThreadInput = workerData;
const send = (message: ThreadMessage): void => parentPort!.postMessage(message);

function run(): void {
  const { compiled } = parseProblem(input.problem);
  const progress = throttle(input.progressEveryMs, (p: Progress) => send({ kind: "progress", progress: p }));
  const schedule = solveCompiled(compiled, {
    shouldStop: () => Atomics.load(input.stopFlag, 0) === 1,
    onProgress: progress.offer,
    ...(input.seed === undefined ? {} : { seed: input.seed }),
    ...(input.deadlineMs === undefined ? {} : { deadlineMs: input.deadlineMs }),
    ...(input.previous === undefined ? {} : { previous: input.previous }),
  });
  progress.flush();
  const explanation = input.explain ? explainSchedule(compiled, schedule.placements) : null;
  send({ kind: "done", schedule, explanation });
}

try {
  run();
} catch (error) {
  if (!(error instanceof ProblemRefused)) throw error;
  send({ kind: "refused", contradictions: error.contradictions });
}
