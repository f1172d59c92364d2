import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createLogger } from "./logger.ts";
import { createMetrics } from "./metrics.ts";
import { type Schedule, startSchedules, type Tick } from "./schedule.ts";
import { noTracing } from "./tracing.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const metrics = createMetrics("test");
const deps = {
  clock: () => "2026-09-01T10:00:00.000Z",
  logger: createLogger("test", "silent"),
  metrics,
  tracing: noTracing,
  random: () => 0.5,
};
const every = (everyMs: number, run: Schedule["run"], name = "tidy"): Schedule => ({ name, everyMs, run });

describe("a schedule", () => {
  test("runs when it is due, with the injected time and a cause of its own", async () => {
    const ticks: Tick[] = [];
    const running = startSchedules([every(1_000, async (tick) => ticks.push(tick))], deps);
    await vi.advanceTimersByTimeAsync(2_600);
    expect(ticks.map(({ now }) => now)).toEqual(Array(3).fill("2026-09-01T10:00:00.000Z"));
    expect(new Set(ticks.map(({ cause }) => cause.correlationId)).size).toBe(3);
    await running.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ticks).toHaveLength(3);
  });

  test("never overlaps with itself, however long it takes", async () => {
    let atOnce = 0;
    let most = 0;
    const slow = async () => {
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      atOnce--;
    };
    const running = startSchedules([every(1_000, slow)], deps);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(most).toBe(1);
    const stopped = running.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    await stopped;
  });

  test("that fails is counted and tried again", async () => {
    let runs = 0;
    const failing = async () => {
      runs++;
      throw new Error("database away");
    };
    const running = startSchedules([every(1_000, failing, "failing")], deps);
    await vi.advanceTimersByTimeAsync(1_600);
    await running.stop();
    expect(runs).toBe(2);
    const text = await metrics.registry.getSingleMetricAsString("rialto_schedule_runs_total");
    expect(text).toContain('schedule="failing",outcome="failed"');
  });

  test("that runs is told of the end and waited for", async () => {
    let ended = false;
    const untilStopped = ({ signal }: Tick) =>
      new Promise<void>((resolve) =>
        signal.addEventListener("abort", () =>
          setTimeout(() => {
            ended = true;
            resolve();
          }, 100),
        ),
      );
    const running = startSchedules([every(10, untilStopped)], deps);
    await vi.advanceTimersByTimeAsync(10);
    const stopped = running.stop();
    await vi.advanceTimersByTimeAsync(99);
    expect(ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await stopped;
    expect(ended).toBe(true);
  });
});
