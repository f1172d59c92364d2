// Figures of the pages, in a real Chromium at a real fair. `npm run bench -w services/web -- floor` for one row alone.
// Servers that MONGO_URL and KAFKA_BROKERS name are used, else some of its own that go with it.

import { loadavg } from "node:os";
import { startChromium } from "../test/support/chromium.ts";
import { startWholeFair } from "../test/support/whole-fair.ts";
import type { Figure, Row } from "./row.ts";
import { firstScreenRow } from "./rows/first-screen.ts";
import { floorRow } from "./rows/floor.ts";
import { liveMatchRow } from "./rows/live-match.ts";
import { tapRow } from "./rows/tap.ts";

const rows: Record<string, Row> = {
  firstScreen: firstScreenRow,
  tap: tapRow,
  liveMatch: liveMatchRow,
  floor: floorRow,
};

const line = ({ what, must, measured, holds }: Figure) =>
  console.log(`| ${what} | ${must} | ${measured} | ${holds ? "yes" : "NO"} |`);

const [only] = process.argv.slice(2);
const wanted = Object.entries(rows).filter(([name]) => only === undefined || name === only);
const fair = await startWholeFair();
try {
  const browser = await startChromium();
  try {
    console.log("\n| what | must | measured | holds |\n| --- | --- | --- | --- |");
    for (const [, row] of wanted) for (const figure of await row({ browser, fair })) line(figure);
  } finally {
    await browser.close();
  }
} finally {
  await fair.stop();
}
console.log(
  `\nload of this machine (1, 5, 15 minutes): ${loadavg()
    .map((load) => load.toFixed(1))
    .join(", ")}`,
);
