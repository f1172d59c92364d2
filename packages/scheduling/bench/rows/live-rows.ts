import type { LiveRequest, LiveRun } from "../fairs/live-process.ts";
import { changeKinds } from "../fairs/single-changes.ts";
import type { BenchOptions } from "../options.ts";
import { heading, spread, summary, table } from "../report.ts";
import { runAlone } from "../run-alone.ts";

const changes = 40;
const questions = 1_000;

/** One change at a time, and questions, on the plan of the large fair. */
export async function liveRows(options: BenchOptions): Promise<void> {
  const request: LiveRequest = { seed: options.seed, changes, questions };
  const run = await runAlone<LiveRun>(new URL("../fairs/live-process.ts", import.meta.url), request);
  if (options.rows.has("repair")) {
    heading("repair", "one change in the large plan, dry run", "200 ms, at most 3 meetings moved in the median; aim 50 ms");
    table([
      ["change", "ms", "95 of 100 within", "cpu ms", "moved", "dropped"],
      ...changeKinds.map((kind) => {
        const { milliseconds, cpuMilliseconds, moved, dropped } = run.repairs[kind];
        return [
          kind,
          spread(milliseconds, 1),
          percentile(milliseconds, 0.95).toFixed(1),
          spread(cpuMilliseconds, 1),
          spread(moved, 0),
          spread(dropped, 0),
        ];
      }),
    ]);
  }
  if (!options.rows.has("alternatives")) return;
  heading("alternatives", "three for a meeting of the large plan", "5 ms; aim 1 ms");
  const { median } = summary(run.alternatives);
  table([
    ["ms", "95 of 100 within", "most"],
    [median.toFixed(3), percentile(run.alternatives, 0.95).toFixed(3), Math.max(...run.alternatives).toFixed(2)],
  ]);
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))]!;
