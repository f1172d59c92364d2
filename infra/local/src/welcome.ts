import { readFile } from "node:fs/promises";
import { z } from "zod";

const Seed = z.object({
  accounts: z.array(z.object({ who: z.string(), email: z.string(), password: z.string() })),
  tryFirst: z.array(z.string()),
});

type Seed = z.infer<typeof Seed>;

async function readSeed(file: string): Promise<Seed> {
  try {
    return Seed.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return { accounts: [], tryFirst: [] };
  }
}

function table(accounts: Seed["accounts"]): string[] {
  const width = (of: (account: Seed["accounts"][number]) => string) => Math.max(...accounts.map((account) => of(account).length));
  const [who, email] = [width((account) => account.who), width((account) => account.email)];
  return accounts.map((account) => `  ${account.who.padEnd(who)}  ${account.email.padEnd(email)}  ${account.password}`);
}

/** What a person needs to begin: the address, the accounts and what to try, as the seed wrote them. */
export async function welcome(gatewayUrl: string, seedFile: string): Promise<string[]> {
  const { accounts, tryFirst } = await readSeed(seedFile);
  const lines = ["", `Rialto is open at ${gatewayUrl}`, ""];
  if (accounts.length > 0)
    lines.push("Accounts of the example fair (all people and companies in it are invented):", ...table(accounts), "");
  if (tryFirst.length > 0) lines.push("What to try first:", ...tryFirst.map((line, index) => `  ${index + 1}. ${line}`), "");
  return [...lines, "Ctrl-C stops everything; the data stay. npm start -- --fresh begins anew."];
}
