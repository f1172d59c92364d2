import type { ConsumptionHealth } from "./bus.ts";

interface Stoppable {
  health(): ConsumptionHealth;
  stop(): Promise<void>;
}

/** What a bus has started and not yet stopped. */
export interface Running {
  keep<Started extends Stoppable>(started: Started): Started;
  /** The first of them that is not consuming, and why. */
  health(): ConsumptionHealth;
  stopAll(): Promise<void>;
}

export function createRunning(): Running {
  const running = new Set<Stoppable>();
  return {
    keep: (started) => {
      const kept = {
        ...started,
        stop: async () => {
          running.delete(kept);
          await started.stop();
        },
      };
      running.add(kept);
      return kept;
    },
    health: () => [...running].map((one) => one.health()).find(({ consuming }) => !consuming) ?? { consuming: true },
    stopAll: async () => {
      await Promise.all([...running].map((one) => one.stop()));
    },
  };
}
