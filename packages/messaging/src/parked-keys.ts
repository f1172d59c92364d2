import type { ParkedKey, ParkingLot } from "./parking-lot.ts";

/** What a consumer knows of parked keys, so that asking for every event costs no round trip. */
export interface ParkedKeys {
  /** Another consumer may have parked since: the next question waits for a fresh look. */
  invalidate(): void;
  /** Looks afresh and answers with the parked keys of these handlers. */
  refresh(): Promise<readonly ParkedKey[]>;
  holds(handler: string, topic: string, key: string): Promise<boolean>;
  noteParked(handler: string, topic: string, key: string): void;
  noteEmpty(handler: string, topic: string, key: string): void;
}

const nameOf = (handler: string, topic: string, key: string) => JSON.stringify([handler, topic, key]);

/**
 * "Not parked" is answered from memory, which is safe while only the owner of a partition parks its keys; "parked" is
 * confirmed by the lot, since an operator may have dropped the messages meanwhile.
 */
export function createParkedKeys(lot: ParkingLot, handlers: ReadonlySet<string>): ParkedKeys {
  let known = new Set<string>();
  let wanted = 1;
  let loaded = 0;
  let notedMeanwhile: string[] = [];

  const refresh = async () => {
    const generation = wanted;
    notedMeanwhile = [];
    const ours = (await lot.keys()).filter(({ handler }) => handlers.has(handler));
    // A key that was parked while the lot was being read may be missing in the answer.
    known = new Set([...ours.map(({ handler, topic, key }) => nameOf(handler, topic, key)), ...notedMeanwhile]);
    loaded = Math.max(loaded, generation);
    return ours;
  };

  let refreshing: Promise<readonly ParkedKey[]> | undefined;
  const refreshOnce = () => {
    refreshing ??= refresh().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  };

  return {
    invalidate: () => {
      wanted += 1;
    },
    refresh: refreshOnce,
    holds: async (handler, topic, key) => {
      while (loaded < wanted) await refreshOnce();
      const name = nameOf(handler, topic, key);
      if (!known.has(name)) return false;
      const parked = await lot.isParked(handler, topic, key);
      if (!parked) known.delete(name);
      return parked;
    },
    noteParked: (handler, topic, key) => {
      known.add(nameOf(handler, topic, key));
      notedMeanwhile.push(nameOf(handler, topic, key));
    },
    noteEmpty: (handler, topic, key) => {
      known.delete(nameOf(handler, topic, key));
    },
  };
}
