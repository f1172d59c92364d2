import { writeFile } from "node:fs/promises";

const account = { who: "buyer", email: "buyer@example.org", password: `scale ${process.argv.at(-1)}` };
await writeFile(
  process.env.SEED_FILE ?? "",
  JSON.stringify({ accounts: [account], tryFirst: [`Look at ${process.env.GATEWAY_URL}`] }),
);
