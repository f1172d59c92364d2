import { writeFile } from "node:fs/promises";
import { seedOptions } from "./options.ts";
import { seedFair } from "./seed-fair.ts";

// Fills a running system with the reference fair, through the same door as everybody. Run again, it completes what is missing.
try {
  const options = seedOptions(process.env, process.argv.slice(2));
  const guide = await seedFair(options, new Date(), (line) => console.log(line));
  if (options.SEED_FILE !== undefined) await writeFile(options.SEED_FILE, `${JSON.stringify(guide, null, 2)}\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
