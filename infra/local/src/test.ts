// npm test: everything that can be checked without a person, and one line at the end that counts it.
import { sentenceOf } from "./problem.ts";
import testServers from "./test-servers.ts";
import { staticCheck, vitestProject } from "./testing/run-step.ts";
import { sum, summaryLine, type Tally } from "./testing/tally.ts";

async function withServers(): Promise<Tally[]> {
  const stop = await testServers().catch((error: unknown) => console.error(sentenceOf(error)));
  if (stop === undefined) return [{ passed: 0, failed: 1 }];
  try {
    return [await vitestProject("int"), await vitestProject("e2e"), await vitestProject("web")];
  } finally {
    await stop();
  }
}

const tallies = [
  await staticCheck("types", "tsc", ["--noEmit", "--project", "."]),
  await staticCheck("types of the pages", "tsc", ["--noEmit", "--project", "services/web"]),
  await staticCheck("lint, format and import rules", "biome", ["check"]),
  await vitestProject("unit"),
  ...(await withServers()),
];
const total = sum(tallies);
console.log(`\n${summaryLine(total)}`);
process.exit(total.failed === 0 ? 0 : 1);
