import type { Topic } from "@rialto/contracts/kernel/event";
import type { EncodedEvent } from "./cloud-events.ts";
import type { RawMessage } from "./raw-message.ts";

/** What Kafka would keep: messages by partition, and what each group has committed. Several buses may share one. */
export interface MemoryLog {
  append(topic: Topic, message: Omit<EncodedEvent, "key" | "value"> & Pick<RawMessage, "key" | "value">): void;
  /** At most 100. */
  read(topic: string, partition: number, from: bigint): readonly RawMessage[];
  /** Offset of the next message to be written. */
  end(topic: string, partition: number): bigint;
  /** Resolves at the next append, or when the signal is aborted. */
  more(signal: AbortSignal): Promise<void>;
  group(name: string): MemoryGroup;
}

/** Divides partitions among members; one division after the other, each after the members have finished what they had in hand. */
export interface MemoryGroup {
  readonly committed: Map<string, bigint>;
  join(member: MemoryMember): Promise<void>;
  /** `dead` members are not waited for. */
  leave(member: MemoryMember, how: "finished" | "dead"): Promise<void>;
}

export interface MemoryMember {
  readonly topics: readonly Topic[];
  /** Ends the current holding; resolves when nothing is in hand any more. */
  release(): Promise<void>;
  hold(partitions: readonly { readonly topic: string; readonly partition: number }[]): void;
}

export function createMemoryLog(): MemoryLog {
  const partitions = new Map<string, RawMessage[]>();
  const groups = new Map<string, MemoryGroup>();
  const waiters = new Set<() => void>();

  const messagesOf = (topic: string, partition: number): RawMessage[] => {
    const name = `${topic}/${partition}`;
    const messages = partitions.get(name) ?? [];
    partitions.set(name, messages);
    return messages;
  };

  return {
    append: (topic, { key, value, headers }) => {
      const partition = key === null ? 0 : hash(key) % topic.partitions;
      const messages = messagesOf(topic.name, partition);
      messages.push({ topic: topic.name, partition, offset: String(messages.length), key, value, headers });
      for (const wake of [...waiters]) wake();
    },
    read: (topic, partition, from) => messagesOf(topic, partition).slice(Number(from), Number(from) + 100),
    end: (topic, partition) => BigInt(messagesOf(topic, partition).length),
    more: (signal) =>
      new Promise((resolve) => {
        const wake = () => {
          waiters.delete(wake);
          signal.removeEventListener("abort", wake);
          resolve();
        };
        if (signal.aborted) return resolve();
        waiters.add(wake);
        signal.addEventListener("abort", wake);
      }),
    group: (name) => {
      const group = groups.get(name) ?? createGroup();
      groups.set(name, group);
      return group;
    },
  };
}

/** FNV-1a: any stable hash will do, since nothing outside this process sees it. http://www.isthe.com/chongo/tech/comp/fnv/ */
const hash = (key: Uint8Array): number => key.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193) >>> 0, 0x811c9dc5);

function createGroup(): MemoryGroup {
  const members = new Set<MemoryMember>();
  let dividing: Promise<void> = Promise.resolve();

  const divide = async () => {
    await Promise.all([...members].map((member) => member.release()));
    const shares = new Map<MemoryMember, { topic: string; partition: number }[]>([...members].map((member) => [member, []]));
    let turn = 0;
    for (const [topic, interested] of topicsOf(members)) {
      for (let partition = 0; partition < topic.partitions; partition += 1) {
        shares.get(interested[turn++ % interested.length] as MemoryMember)?.push({ topic: topic.name, partition });
      }
    }
    for (const [member, share] of shares) member.hold(share);
  };
  const divideNext = () => {
    dividing = dividing.then(divide);
    return dividing;
  };
  return {
    committed: new Map(),
    join: (member) => {
      members.add(member);
      return divideNext();
    },
    leave: async (member, how) => {
      members.delete(member);
      if (how === "finished") await member.release();
      await divideNext();
    },
  };
}

function topicsOf(members: ReadonlySet<MemoryMember>): [Topic, MemoryMember[]][] {
  const byName = new Map<string, [Topic, MemoryMember[]]>();
  for (const member of members) {
    for (const topic of member.topics) {
      const [, interested] = byName.get(topic.name) ?? [topic, []];
      byName.set(topic.name, [topic, [...interested, member]]);
    }
  }
  return [...byName.values()];
}
