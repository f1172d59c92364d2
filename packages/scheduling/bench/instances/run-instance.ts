import { sayConflict } from "../../src/explain/sentences.ts";
import { ProblemRefused } from "../../src/model/contradiction.ts";
import type { Schedule } from "../../src/model/result.ts";
import { solve } from "../../src/solve.ts";
import { parseDzn } from "../dzn.ts";
import { meetingId, slotId, toProblem } from "./dzn-problem.ts";

export interface InstanceRun {
  status: Schedule["status"];
  value: number | null;
  bound: number | null;
  /** Wall and processor seconds until the value, and until the end: the proof, or the limit. */
  toValue: Seconds;
  toEnd: Seconds;
  /** Slot of each meeting, from 1; null without a complete timetable. */
  slotOf: number[] | null;
  conflict: string[];
  peakMegabytes: number;
}

export interface Seconds {
  wall: number;
  cpu: number;
}

/** Solves one file, reading included in the time. */
export function runInstance(text: string, seed: number, limitSeconds: number): InstanceRun {
  const clock = startClock();
  let toValue = clock();
  let best: number | null = null;
  const onProgress = ({ value }: { value: number | null }) => {
    if (value === best) return;
    best = value;
    toValue = clock();
  };
  const schedule = solveOrRefuse(text, seed, limitSeconds, onProgress);
  return { ...schedule, toValue, toEnd: clock(), peakMegabytes: process.resourceUsage().maxRSS / 1024 };
}

type Outcome = Pick<InstanceRun, "status" | "value" | "bound" | "slotOf" | "conflict">;

function solveOrRefuse(
  text: string,
  seed: number,
  limitSeconds: number,
  onProgress: (progress: { value: number | null }) => void,
): Outcome {
  const instance = parseDzn(text);
  try {
    const schedule = solve(toProblem(instance), { seed, deadlineMs: limitSeconds * 1000, onProgress });
    const isComplete = schedule.placements.length === instance.meetings.length && schedule.objective === "breaks";
    const slots = new Map(schedule.placements.map((p) => [p.meetingId, p.slotId]));
    const numbers = new Map(Array.from({ length: instance.slots }, (_, s) => [slotId(s + 1), s + 1]));
    return {
      status: isComplete || schedule.status === "infeasible" ? schedule.status : "incomplete",
      value: isComplete ? schedule.value : null,
      bound: schedule.objective === "breaks" && schedule.status !== "infeasible" ? schedule.bound : null,
      slotOf: isComplete ? instance.meetings.map((_, m) => numbers.get(slots.get(meetingId(m + 1))!)!) : null,
      conflict: schedule.conflict.map((item) => sayConflict(item, "en")),
    };
  } catch (error) {
    if (!(error instanceof ProblemRefused)) throw error;
    const conflict = error.contradictions.map(({ message }) => message);
    return { status: "infeasible", value: null, bound: null, slotOf: null, conflict };
  }
}

function startClock(): () => Seconds {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const used = process.cpuUsage(cpu);
    return { wall: (performance.now() - wall) / 1000, cpu: (used.user + used.system) / 1e6 };
  };
}
