import type { Distribution } from "../../src/compare/distribution.ts";
import { degreeBound } from "../fairs/degree-bound.ts";
import type { FairRequest, FairRun } from "../fairs/fair-process.ts";
import { fairTables } from "../fairs/fair-tables.ts";
import { greedyWeight } from "../fairs/greedy.ts";
import { highsTimetable } from "../fairs/highs-timetable.ts";
import { fairs, generateFair } from "../generate-fair.ts";
import type { BenchOptions } from "../options.ts";
import { heading, line, spread } from "../report.ts";
import { runAlone } from "../run-alone.ts";

const goals = {
  small: {
    title: "60 exhibitors, 150 buyers, 2 days x 12 slots",
    must: "within 1 % of the bound in 2 s; aim 0.5 s",
    share: 0.01,
  },
  large: {
    title: "1,000 exhibitors, 5,000 buyers, 3 days x 16 slots, 60,000 wishes",
    must: "within 3 % in 30 s, 1 GB; aim within 1 % in 15 s",
    share: 0.03,
  },
} as const;

const solverSeconds = 30;

/** The package beside greedy and, on the small size, an open solver; each repeat is another fair. Returns how many schedules were faulty. */
export async function fairRow(size: keyof typeof fairs, options: BenchOptions): Promise<number> {
  const goal = goals[size];
  heading(`fair-${size}`, goal.title, goal.must);
  const seen: Compared[] = [];
  for (let repeat = 0; repeat < options.repeats; repeat++) seen.push(await compare(size, options.seed + repeat));
  const gap = (of: (c: Compared) => number) => `${spread(seen.map((c) => 100 * (1 - of(c) / c.bound)))} % below the bound`;
  line(
    "weight of the plan",
    gap(({ run }) => run.value),
  );
  line(
    "the package's own bound",
    `${spread(
      seen.map(({ run, bound }) => 100 * (run.bound / bound - 1)),
      3,
    )} % above the bench's`,
  );
  line(
    "beside: greedy by weight",
    gap(({ greedy }) => greedy),
  );
  if (seen.every(({ solver }) => solver !== null))
    line(
      `beside: HiGHS, ${solverSeconds} s`,
      `${gap(({ solver }) => solver!.weight)} (${seen.map(({ solver }) => solver!.status).join(", ")})`,
    );
  for (const share of new Set([goal.share, 0.01])) {
    const reached = seen.map(stepWithin(share));
    const seconds = (of: "seconds" | "cpuSeconds") => spread(reached.map((step) => step?.[of] ?? Number.POSITIVE_INFINITY));
    line(`seconds to within ${100 * share} % (cpu)`, `${seconds("seconds")} (${seconds("cpuSeconds")})`);
  }
  line(
    "seconds to the end (cpu)",
    `${spread(seen.map(({ run }) => run.seconds))} (${spread(seen.map(({ run }) => run.cpuSeconds))})`,
  );
  const breaks = (of: (d: Distribution) => number, digits: number) =>
    (["before", "after"] as const)
      .map((phase) =>
        spread(
          seen.map(({ run }) => of(run.breaks[phase])),
          digits,
        ),
      )
      .join(" -> ");
  line(
    "breaks in all, before and after evening out",
    breaks(({ mean, count }) => mean * count, 0),
  );
  line(
    "most breaks of one person",
    breaks(({ greatest }) => greatest, 0),
  );
  line("nine of ten people have at most (Gini)", `${breaks(({ p90 }) => p90, 0)} (${breaks(({ gini }) => gini, 3)})`);
  line("peak memory, MB", Math.max(...seen.map(({ run }) => run.peakMegabytes)).toFixed(0));
  const faults = seen.reduce((sum, { run }) => sum + run.faults, 0);
  line("checked", faults === 0 ? "ok" : `FAULTY: ${faults} rules broken`);
  return faults;
}

interface Compared {
  run: FairRun;
  bound: number;
  greedy: number;
  solver: { weight: number; status: string } | null;
}

async function compare(size: keyof typeof fairs, seed: number): Promise<Compared> {
  const problem = generateFair(fairs[size], seed);
  const request: FairRequest = { size, seed };
  const run = await runAlone<FairRun>(new URL("../fairs/fair-process.ts", import.meta.url), request);
  const tables = fairTables(problem);
  const bound = await degreeBound(tables);
  const solver = size === "small" ? await highsTimetable(tables, solverSeconds) : null;
  return { run, bound, greedy: greedyWeight(problem), solver };
}

/** The first report that said so much. */
const stepWithin =
  (share: number) =>
  ({ run, bound }: Compared): FairRun["steps"][number] | undefined =>
    run.steps.find(({ value }) => value >= (1 - share) * bound);
