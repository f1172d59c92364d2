import type { ServiceConfig } from "./config.ts";
import { createLogger, type Logger } from "./logger.ts";
import { releaseStartupMemory } from "./release-startup-memory.ts";
import { type RunningService, type StartOptions, startService } from "./start-service.ts";

const exitCodes = { clean: 0, failed: 1, interruptedAgain: 130 } as const;

/** Ends in order, but not later than the limit: whoever asked will otherwise kill us in the middle of something. */
async function end(service: RunningService, limitSeconds: number, logger: Logger): Promise<number> {
  const late = new Promise<"late">((resolve) => setTimeout(resolve, limitSeconds * 1000, "late").unref());
  const outcome = await Promise.race([service.stop(), late]);
  if (outcome === "late") logger.error({ limitSeconds }, "could not stop in time");
  else logger.info({ clean: outcome }, "stopped");
  return outcome === true ? exitCodes.clean : exitCodes.failed;
}

/** The first signal ends the service gracefully, the second at once. */
function endOnSignals(service: RunningService, limitSeconds: number, logger: Logger): void {
  let ending = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (ending) process.exit(exitCodes.interruptedAgain);
    ending = true;
    logger.info({ signal }, "stopping");
    void end(service, limitSeconds, logger).then((code) => process.exit(code));
  };
  process.on("SIGTERM", onSignal).on("SIGINT", onSignal);
}

/** A process whose state nobody knows must not go on; a supervisor starts it again. */
function exitOn(logger: Logger, error: unknown, message: string): never {
  logger.fatal({ err: error }, message);
  process.exit(exitCodes.failed);
}

/**
 * For `main.ts`: starts the service and stays. SIGTERM and SIGINT end it gracefully (exit code 0); an error nobody caught, a
 * start that fails and a consumer that cannot go on end it with 1.
 */
export async function runService<Config extends ServiceConfig>(options: StartOptions<Config>): Promise<void> {
  const logger = options.logger ?? createLogger(options.name, options.config.LOG_LEVEL);
  process.on("uncaughtException", (error) => exitOn(logger, error, "nobody caught this"));
  const onFatal = (error: Error) => exitOn(logger, error, "cannot go on");
  try {
    const service = await startService({ ...options, logger, onFatal });
    endOnSignals(service, options.config.SHUTDOWN_SECONDS, logger);
    releaseStartupMemory();
  } catch (error) {
    exitOn(logger, error, "could not start");
  }
}
