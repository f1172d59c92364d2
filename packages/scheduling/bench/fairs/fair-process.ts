// One fair in a process of its own, so that its time and peak memory are its own: a request comes in as a message, the result goes back as one.
import { checkSchedule } from "../../src/check/check-schedule.ts";
import { Problem } from "../../src/model/problem.ts";
import { solve } from "../../src/solve.ts";
import { fairs, generateFair } from "../generate-fair.ts";
import { type BreaksByPhase, breaksByPhase } from "./breaks-by-phase.ts";

export interface FairRequest {
  size: keyof typeof fairs;
  seed: number;
}

export interface FairRun {
  value: number;
  bound: number;
  status: string;
  seconds: number;
  cpuSeconds: number;
  /** What each report of the run said, and when. */
  steps: { seconds: number; cpuSeconds: number; value: number }[];
  faults: number;
  breaks: BreaksByPhase;
  peakMegabytes: number;
}

process.once("message", ({ size, seed }: FairRequest) => {
  const problem = generateFair(fairs[size], seed);
  const started = performance.now();
  const cpu = process.cpuUsage();
  const sinceStart = () => {
    const { user, system } = process.cpuUsage(cpu);
    return { seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 };
  };
  const steps: FairRun["steps"] = [];
  const { value, bound, status, placements } = solve(problem, {
    seed,
    onProgress: (progress) => steps.push({ ...sinceStart(), value: progress.value ?? 0 }),
  });
  const end = sinceStart();
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const faults = checkSchedule(Problem.parse(problem), placements).length;
  const run: FairRun = { value, bound, status, ...end, steps, faults, breaks: breaksByPhase(problem, seed), peakMegabytes };
  process.send?.(run, () => process.disconnect());
});
