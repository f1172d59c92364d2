import type { ConsumeOptions, Consumption } from "./bus.ts";
import { createDelivery, type Delivery, type ObserveDelivery } from "./delivery.ts";
import type { Logger } from "./logger.ts";
import type { MemoryGroup, MemoryLog, MemoryMember } from "./memory-log.ts";
import { replayRequested } from "./replay.ts";
import { sleep } from "./sleep.ts";

export interface MemoryContext {
  readonly log: MemoryLog;
  readonly logger: Logger;
  readonly observe?: ObserveDelivery;
  readonly replayPollMs: number;
}

export interface MemoryConsumption extends Consumption {
  /** Vanishes as a killed process would: nothing is finished, committed or announced. */
  kill(): Promise<void>;
  /** Everything in the log has been handled. */
  atEnd(): boolean;
}

interface Holding {
  readonly controller: AbortController;
  readonly owned: ReadonlySet<string>;
  loops: Promise<unknown>;
}

const nothingHeld = (): Holding => ({ controller: new AbortController(), owned: new Set(), loops: Promise.resolve() });
const nameOf = (topic: string, partition: number) => `${topic}/${partition}`;
const noHeartbeat = async () => undefined;

export async function startMemoryConsumption(context: MemoryContext, options: ConsumeOptions): Promise<MemoryConsumption> {
  const { log, logger, observe } = context;
  const delivery = createDelivery({ ...options, logger, ...(observe === undefined ? {} : { observe }) });
  const group = log.group(options.group);
  const stopped = new AbortController();
  let dead = false;
  let held = nothingHeld();

  const member: MemoryMember = {
    topics: [...new Map(options.reactions.map(({ definition }) => [definition.topic.name, definition.topic])).values()],
    release: async () => {
      held.controller.abort();
      await held.loops;
    },
    hold: (partitions) => {
      delivery.parkedKeys.invalidate();
      const controller = new AbortController();
      const owned = new Set(partitions.map(({ topic, partition }) => nameOf(topic, partition)));
      const run = { log, delivery, group, signal: controller.signal, isDead: () => dead };
      held = { controller, owned, loops: Promise.all(partitions.map((one) => follow(run, one.topic, one.partition))) };
    },
  };

  const replaying = pollReplays(context, options, delivery, () => held, stopped.signal);
  const end = async (how: "finished" | "dead") => {
    if (stopped.signal.aborted) return;
    stopped.abort();
    dead = how === "dead";
    held.controller.abort();
    if (how === "finished") await replaying;
    await group.leave(member, how);
  };
  await group.join(member);
  return {
    health: () => (stopped.signal.aborted ? { consuming: false, reason: `${options.group} has stopped` } : { consuming: true }),
    stop: () => end("finished"),
    kill: () => end("dead"),
    atEnd: () => [...held.owned].every((name) => isAtEnd(log, group, name)),
  };
}

function isAtEnd(log: MemoryLog, { committed }: MemoryGroup, name: string): boolean {
  const slash = name.lastIndexOf("/");
  return (committed.get(name) ?? 0n) >= log.end(name.slice(0, slash), Number(name.slice(slash + 1)));
}

interface Run {
  readonly log: MemoryLog;
  readonly delivery: Delivery;
  readonly group: MemoryGroup;
  readonly signal: AbortSignal;
  readonly isDead: () => boolean;
}

async function follow({ log, delivery, group, signal, isDead }: Run, topic: string, partition: number): Promise<void> {
  const name = nameOf(topic, partition);
  while (!signal.aborted) {
    const [raw] = log.read(topic, partition, group.committed.get(name) ?? 0n);
    if (raw === undefined) {
      await log.more(signal);
      continue;
    }
    const outcome = await delivery.deliver(raw, { signal, heartbeat: noHeartbeat });
    if (outcome.kind === "retry") await sleep(outcome.inMs, signal);
    // Who stops may finish its event; who has died can no longer tell that it did.
    else if (outcome.kind === "done" && !isDead()) advance(group, name, BigInt(raw.offset) + 1n);
  }
}

function advance({ committed }: MemoryGroup, name: string, next: bigint): void {
  if (next > (committed.get(name) ?? 0n)) committed.set(name, next);
}

async function pollReplays(
  { logger, replayPollMs }: MemoryContext,
  options: ConsumeOptions,
  delivery: Delivery,
  current: () => Holding,
  stopped: AbortSignal,
): Promise<void> {
  while (!stopped.aborted) {
    await sleep(replayPollMs, stopped);
    const { controller, owned } = current();
    if (controller.signal.aborted) continue;
    const owns = (topic: string, partition: number) => !controller.signal.aborted && owned.has(nameOf(topic, partition));
    const tenure = { signal: controller.signal, heartbeat: noHeartbeat };
    await replayRequested({ ...options, logger, delivery, owns }, tenure).catch((error: Error) =>
      logger.debug({ error: error.name }, "cannot look at the parking lot"),
    );
  }
}
