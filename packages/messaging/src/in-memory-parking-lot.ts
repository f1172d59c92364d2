import type { ParkedKey, ParkedMessage, ParkingLot } from "./parking-lot.ts";

const byOffset = (a: ParkedMessage, b: ParkedMessage) => (BigInt(a.offset) < BigInt(b.offset) ? -1 : 1);

/** For unit tests: forgets everything when the process ends. */
export function createInMemoryParkingLot(): ParkingLot {
  const parked = new Map<string, ParkedMessage>();
  const requested = new Set<string>();
  const nameOf = (handler: string, topic: string, key: string) => JSON.stringify([handler, topic, key]);
  const nameOfMessage = ({ handler, topic, key }: ParkedMessage) => nameOf(handler, topic, key);
  const ofKey = (name: string) => [...parked.values()].filter((message) => nameOfMessage(message) === name).sort(byOffset);

  const describe = (name: string): ParkedKey => {
    const messages = ofKey(name);
    const { handler, topic, key, reason } = messages[0] as ParkedMessage;
    const oldestParkedAt = messages.map(({ parkedAt }) => parkedAt).sort()[0] as string;
    return { handler, topic, key, reason, count: messages.length, oldestParkedAt, replayRequested: requested.has(name) };
  };

  return {
    park: async (message) => {
      if (!parked.has(message.id)) parked.set(message.id, message);
    },
    isParked: async (handler, topic, key) => ofKey(nameOf(handler, topic, key)).length > 0,
    keys: async () => {
      const keys = [...new Set([...parked.values()].map(nameOfMessage))].map(describe);
      return keys.sort((a, b) => (a.oldestParkedAt < b.oldestParkedAt ? -1 : 1));
    },
    messages: async (handler, topic, key) => ofKey(nameOf(handler, topic, key)),
    requestReplay: async (handler, topic, key) => {
      const name = nameOf(handler, topic, key);
      if (ofKey(name).length > 0) requested.add(name);
    },
    withdrawReplay: async (handler, topic, key) => {
      requested.delete(nameOf(handler, topic, key));
    },
    remove: async (id) => {
      const message = parked.get(id);
      parked.delete(id);
      if (message && ofKey(nameOfMessage(message)).length === 0) requested.delete(nameOfMessage(message));
    },
  };
}
