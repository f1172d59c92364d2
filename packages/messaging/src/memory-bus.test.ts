import { type BusProcess, type BusWorld, busConformance } from "./conformance.ts";
import { createMemoryBus } from "./memory-bus.ts";
import { createMemoryLog } from "./memory-log.ts";

async function makeWorld(): Promise<BusWorld> {
  const log = createMemoryLog();
  const processes: BusProcess[] = [];
  return {
    sessionTimeoutMs: 0,
    open: async (events) => {
      const bus = createMemoryBus({ log, events });
      processes.push({ bus, kill: bus.kill });
      return { bus, kill: bus.kill };
    },
    ensureTopics: async () => undefined,
    append: async (topic, message) => log.append(topic, message),
    close: async () => {
      await Promise.all(processes.map(({ kill }) => kill()));
    },
  };
}

busConformance("createMemoryBus", makeWorld);
