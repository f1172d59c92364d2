import { newId } from "@rialto/contracts/kernel/ids";
import type { Worker } from "@rialto/service-kit/define-service";
import type { Platform } from "@rialto/service-kit/platform";
import type { RegistryConfig } from "./config.ts";
import type { RegistryDeps } from "./deps.ts";
import { ensureOperator } from "./people/ensure-operator.ts";

async function makeOperator(deps: RegistryDeps, { clock, logger }: Platform, config: RegistryConfig): Promise<void> {
  const { OPERATOR_EMAIL: email, OPERATOR_PASSWORD: password } = config;
  if (email === undefined || password === undefined) {
    logger.warn("no operator: set OPERATOR_EMAIL and OPERATOR_PASSWORD");
    return;
  }
  await ensureOperator(deps, { email, password }, clock(), { correlationId: newId() });
}

/** What must be there before the port opens: a key to sign with, and the operator's account. */
export const firstSteps = (deps: RegistryDeps, platform: Platform, config: RegistryConfig): Worker => ({
  name: "first-steps",
  async start() {
    await deps.signing.refresh(platform.clock());
    await makeOperator(deps, platform, config);
  },
  stop: async () => undefined,
});
