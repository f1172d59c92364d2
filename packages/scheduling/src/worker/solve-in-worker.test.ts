import { expect, test } from "vitest";
import { fairs, generateFair } from "../../bench/generate-fair.ts";
import { checkSchedule } from "../check/check-schedule.ts";
import { ProblemRefused } from "../model/contradiction.ts";
import { Problem } from "../model/problem.ts";
import type { Progress } from "../model/result.ts";
import { solve } from "../solve.ts";
import { SolveAborted, solveInWorker } from "./solve-in-worker.ts";

const small = generateFair({ ...fairs.small, wishes: 300 }, 5);

test("the thread answers as the function does, with progress on the way and reasons at the end", async () => {
  const seen: Progress[] = [];
  const result = await solveInWorker(small, { seed: 3, explain: true, progressEveryMs: 0, onProgress: (p) => seen.push(p) }).done;
  expect(result.placements).toEqual(solve(small, { seed: 3 }).placements);
  expect(seen.length).toBeGreaterThan(0);
  expect(result.explanation?.unscheduled.length).toBe(result.unscheduledMeetingIds.length);
});

test("stopped while it works, the thread answers with a valid best so far", async () => {
  const input = generateFair({ ...fairs.large, exhibitors: 400, buyers: 2_000, wishes: 24_000 }, 1);
  const run = solveInWorker(input, { seed: 1, progressEveryMs: 0, onProgress: () => run.stop() });
  const result = await run.done;
  expect(checkSchedule(Problem.parse(input), result.placements)).toEqual([]);
});

test("a contradiction crosses the boundary with its type and its list", async () => {
  const run = solveInWorker({ ...small, meetings: [{ id: "m", parties: ["nobody", "buyer-1"] }] });
  const error = await run.done.catch((e: unknown) => e);
  expect(error).toBeInstanceOf(ProblemRefused);
  expect(error).toMatchObject({ contradictions: [{ code: "ID_UNKNOWN" }] });
});

test("an aborted thread gives no result", async () => {
  const run = solveInWorker(small, { seed: 1 });
  await run.abort();
  await expect(run.done).rejects.toBeInstanceOf(SolveAborted);
});

test("aborted and forgotten, it does not end the process", async () => {
  await solveInWorker(small, { seed: 1 }).abort();
  await new Promise((resolve) => setImmediate(resolve));
});

test("a thread that needs more memory than it may have fails by name, and nothing else does", async () => {
  const input = generateFair({ ...fairs.large, exhibitors: 300, buyers: 1_500, wishes: 15_000 }, 1);
  await expect(solveInWorker(input, { seed: 1, maxHeapMb: 16 }).done).rejects.toMatchObject({ code: "ERR_WORKER_OUT_OF_MEMORY" });
});

test("the caller's event loop stays free while the thread works", async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await solveInWorker(small, { seed: 1 }).done;
  clearInterval(timer);
  expect(turns).toBeGreaterThan(10);
});
