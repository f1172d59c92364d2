import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "@rialto/local/project-root";
import testServers from "@rialto/local/test-servers";
import { demoOperator } from "@rialto/local/topology";
import { buildPages } from "@rialto/local/web-build";
import { seedFair } from "@rialto/seed/seed-fair";
import { startFair } from "@rialto/system-tests/start-fair";

export interface FairOfTests {
  /** One origin: pages, API and sockets. */
  readonly url: string;
  readonly operator: { readonly email: string; readonly password: string };
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** A fair that runs already, for whoever writes a test and does not want to wait: `FAIR_URL=http://127.0.0.1:4000 npm run …`. */
function runningFair() {
  const url = process.env.FAIR_URL;
  return url === undefined || url === "" ? undefined : { url, operator: demoOperator, stop: async () => {} };
}

/** Real servers, all services, the built pages, the reference fair's people. */
export async function startWholeFair(): Promise<FairOfTests & { readonly stop: () => Promise<void> }> {
  const running = runningFair();
  if (running !== undefined) return running;
  await buildPages(projectRoot, "services/web", join(projectRoot, ".artifacts", "web-build.log"), say);
  const stopServers = await testServers();
  const folder = await mkdtemp(join(tmpdir(), "rialto-web-"));
  const guideFile = join(folder, "seed.json");
  const fair = await startFair({ settings: { NODE_ENV: "test", RATE_LIMIT_FACTOR: "1000", DEMO_GUIDE_FILE: guideFile } });
  const { email, password } = fair.operator;
  const door = { GATEWAY_URL: fair.gatewayUrl, OPERATOR_EMAIL: email, OPERATOR_PASSWORD: password };
  const guide = await seedFair({ ...door, scale: 1 }, new Date(), say);
  await writeFile(guideFile, JSON.stringify(guide));
  return {
    url: fair.gatewayUrl,
    operator: fair.operator,
    async stop() {
      await fair.stop();
      await stopServers();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
