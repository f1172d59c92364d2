import type { Cause } from "@rialto/persistence/store.types";
import { causedByTime } from "./cause.ts";
import type { Clock } from "./clock.ts";
import type { Logger } from "./logger.ts";
import type { Metrics } from "./metrics.ts";
import { newTraceparent } from "./trace-context.ts";
import type { Tracing } from "./tracing.ts";

export interface Tick {
  /** ISO 8601, UTC. */
  readonly now: string;
  /** Aborted when the service stops: long work should end. */
  readonly signal: AbortSignal;
  readonly cause: Cause;
}

/** Time as a command: work that is due again and again. The name is stable: metrics and logs use it. */
export interface Schedule {
  readonly name: string;
  readonly everyMs: number;
  readonly run: (tick: Tick) => Promise<unknown>;
}

export interface ScheduleDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  /** 0 to 1; spreads the replicas of a service over time. */
  readonly random?: () => number;
}

export interface RunningSchedules {
  /** Begins no new run, tells the running ones, and waits for them. */
  stop(): Promise<void>;
}

const SPREAD = 0.1;

async function runOnce({ name, run }: Schedule, signal: AbortSignal, deps: ScheduleDeps): Promise<void> {
  const span = deps.tracing.begin(name, "internal", newTraceparent());
  try {
    await run({ now: deps.clock(), signal, cause: causedByTime(span.traceparent) });
    deps.metrics.scheduleRuns.inc({ schedule: name, outcome: "done" });
    span.end();
  } catch (error) {
    span.end(error);
    deps.metrics.scheduleRuns.inc({ schedule: name, outcome: "failed" });
    deps.logger.error({ err: error, schedule: name }, "schedule failed, trying again when it is due");
  }
}

/** Runs one schedule for ever: the next run is due `everyMs` after the last has ended, so it never overlaps with itself. */
function keepRunning(schedule: Schedule, signal: AbortSignal, deps: ScheduleDeps): () => Promise<void> {
  const { random = Math.random } = deps;
  let running = Promise.resolve();
  let timer: NodeJS.Timeout;
  const plan = (waitMs: number) => {
    timer = setTimeout(() => {
      running = runOnce(schedule, signal, deps).then(() => {
        if (!signal.aborted) plan(schedule.everyMs * (1 - SPREAD + 2 * SPREAD * random()));
      });
    }, waitMs);
  };
  plan(schedule.everyMs * random());
  return async () => {
    clearTimeout(timer);
    await running;
  };
}

export function startSchedules(schedules: readonly Schedule[], deps: ScheduleDeps): RunningSchedules {
  const end = new AbortController();
  const stops = schedules.map((schedule) => keepRunning(schedule, end.signal, deps));
  return {
    async stop() {
      end.abort();
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}
