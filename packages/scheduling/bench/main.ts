// npm run bench -w packages/scheduling -- [--rows instances,fair-small,fair-large,repair,alternatives] [--instances <folder>] [--repeats 3]
//   [--limit <seconds per instance>] [--seed 1]
import { cpus } from "node:os";
import { optionsFrom } from "./options.ts";
import { fairRow } from "./rows/fair-row.ts";
import { instancesRow } from "./rows/instances-row.ts";
import { liveRows } from "./rows/live-rows.ts";

const options = optionsFrom(process.argv.slice(2));
console.log(
  `Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}; median (least-most) of ${options.repeats}, cpu = processor seconds`,
);

let faulty = 0;
if (options.rows.has("instances")) faulty += await instancesRow(options);
if (options.rows.has("fair-small")) faulty += await fairRow("small", options);
if (options.rows.has("fair-large")) faulty += await fairRow("large", options);
if (options.rows.has("repair") || options.rows.has("alternatives")) await liveRows(options);
if (faulty > 0) process.exitCode = 1;
