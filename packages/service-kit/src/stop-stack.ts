import type { Logger } from "./logger.ts";

/** What has been started, to be stopped in the opposite order. */
export interface StopStack {
  push(name: string, stop: () => Promise<unknown>): void;
  /**
   * Each step whatever became of the one before, since a bus that cannot be left must not keep the database open.
   * Resolves to whether all went well; every call gets the result of the first.
   */
  stopAll(): Promise<boolean>;
}

export function createStopStack(logger: Logger): StopStack {
  const steps: { readonly name: string; readonly stop: () => Promise<unknown> }[] = [];
  let stopping: Promise<boolean> | undefined;
  const stopOneByOne = async () => {
    let clean = true;
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      try {
        await step.stop();
      } catch (error) {
        clean = false;
        logger.error({ err: error, step: step.name }, "could not stop cleanly");
      }
    }
    return clean;
  };
  return {
    push: (name, stop) => void steps.push({ name, stop }),
    stopAll() {
      stopping ??= stopOneByOne();
      return stopping;
    },
  };
}
