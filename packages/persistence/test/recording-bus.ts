import type { Envelope } from "@rialto/contracts/kernel/event";

export interface RecordingBus {
  /** All that was ever published, in order, repeats included. */
  readonly log: Envelope[];
  publish(envelopes: readonly Envelope[]): Promise<void>;
  /** While set, `publish` does this first; it may reject or wait. */
  before: (envelopes: readonly Envelope[]) => Promise<void>;
}

/** The publishing side of a bus, as a list: the relay's promises concern only what it publishes, and in which order. */
export function recordingBus(): RecordingBus {
  const bus: RecordingBus = {
    log: [],
    before: async () => {},
    async publish(envelopes) {
      await bus.before(envelopes);
      bus.log.push(...envelopes);
    },
  };
  return bus;
}

/** What a consumer applies: it drops `seq <= last` of each aggregate. */
export function appliedBy(log: readonly Envelope[]): Map<string, number[]> {
  const applied = new Map<string, number[]>();
  for (const { subject, seq } of log) {
    const seen = applied.get(subject) ?? [];
    if (seq > (seen.at(-1) ?? 0)) applied.set(subject, [...seen, seq]);
  }
  return applied;
}

export const oneTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);
