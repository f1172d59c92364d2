// npm run bench -w packages/matching -- [--rows 1,2] [--markets <folder>] [--seeds 15] [--repeats 15] [--operations 1000000]
import { cpus } from "node:os";
import { optionsFrom } from "./options.ts";
import { acceptanceRow } from "./rows/acceptance.ts";
import { capacityPlanRow } from "./rows/capacity-plan.ts";
import { envyRow, expectedMatchesRow } from "./rows/expected-matches.ts";
import { incrementalRow } from "./rows/incremental.ts";
import { liveSpeedRows } from "./rows/live-speed.ts";
import { largeMarketRow, solveTimeRow } from "./rows/solve-time.ts";
import { textQualityRow } from "./rows/text-quality.ts";

const options = optionsFrom(process.argv.slice(2));
console.log(`Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}; median (first to last tenth)`);

const rows: Record<number, () => void> = {
  1: () => expectedMatchesRow(options),
  2: () => envyRow(options),
  3: () => solveTimeRow(options),
  4: () => largeMarketRow(),
};

rows[5] = () => incrementalRow(options);
rows[9] = () => textQualityRow();
rows[11] = () => acceptanceRow(options);
rows[8] = () => capacityPlanRow(options);

for (const [row, run] of Object.entries(rows)) if (options.rows.has(Number(row))) run();
if ([6, 7, 10].some((row) => options.rows.has(row))) await liveSpeedRows(options.rows);
