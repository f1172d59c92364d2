import type { Consumer } from "kafkajs";

/** Partitions that wait before their next attempt, while the others flow on. */
export interface Pauses {
  /** `topic` is the name on the cluster. */
  pause(topic: string, partition: number, forMs: number): void;
  resumeAll(): void;
}

export function createPauses(consumer: Consumer): Pauses {
  const timers = new Map<string, { readonly timer: NodeJS.Timeout; readonly resume: () => void }>();
  const set = (action: "pause" | "resume", topic: string, partition: number) => {
    try {
      consumer[action]([{ topic, partitions: [partition] }]);
    } catch {
      // The consumer is stopping or restarting: it has forgotten its pauses.
    }
  };
  return {
    pause: (topic, partition, forMs) => {
      const name = `${topic}/${partition}`;
      const resume = () => {
        timers.delete(name);
        set("resume", topic, partition);
      };
      set("pause", topic, partition);
      clearTimeout(timers.get(name)?.timer);
      timers.set(name, { timer: setTimeout(resume, forMs), resume });
    },
    resumeAll: () => {
      for (const { timer, resume } of [...timers.values()]) {
        clearTimeout(timer);
        resume();
      }
    },
  };
}
