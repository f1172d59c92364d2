import type { EachBatchPayload } from "kafkajs";
import type { Logger } from "./logger.ts";

/** Offsets are a hint of where to start again, so they are written beside the work, at most once a second. */
export interface Commits {
  /** The batch whose consumer group is to be committed to. */
  use(payload: EachBatchPayload): void;
  soon(): void;
  /** Commits now; a group that is being divided anew may refuse, which only means redelivery. */
  now(): Promise<void>;
  stop(): void;
}

const EVERY_MS = 1_000;

export function createCommits(logger: Logger, group: string): Commits {
  let payload: EachBatchPayload | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const commit = async () => {
    try {
      // Only what this generation has resolved: the library starts the list afresh at every join.
      await payload?.commitOffsetsIfNecessary(payload.uncommittedOffsets());
    } catch (error) {
      logger.debug({ group, error: error instanceof Error ? error.message : String(error) }, "offsets not committed");
      soon();
    }
  };
  const soon = () => {
    if (stopped || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void commit();
    }, EVERY_MS).unref();
  };
  return {
    use: (current) => {
      payload = current;
    },
    soon,
    now: commit,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
