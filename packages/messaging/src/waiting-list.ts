import type { ConsumptionHealth, Position } from "./bus.ts";

/** Partitions that cannot go on because a message fails again and again for reasons that should pass. */
export interface WaitingList {
  note(position: Position, reason: string): void;
  over(position: Position): void;
  clear(): void;
  /** Not consuming once a partition has waited longer than the limit. */
  health(): ConsumptionHealth;
}

export function createWaitingList(limitMs: number): WaitingList {
  const waiting = new Map<string, { readonly since: number; readonly reason: string }>();
  const nameOf = ({ topic, partition }: Position) => `${topic}/${partition}`;
  return {
    note: (position, reason) => {
      const since = waiting.get(nameOf(position))?.since ?? Date.now();
      waiting.set(nameOf(position), { since, reason });
    },
    over: (position) => {
      if (waiting.size > 0) waiting.delete(nameOf(position));
    },
    clear: () => waiting.clear(),
    health: () => {
      const stuck = [...waiting].find(([, { since }]) => Date.now() - since > limitMs);
      if (stuck === undefined) return { consuming: true };
      return { consuming: false, reason: `${stuck[0]} waits for ${stuck[1].reason}` };
    },
  };
}
