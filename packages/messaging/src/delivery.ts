import { backoffMs } from "./backoff.ts";
import type { ConsumeOptions, Position, Reaction } from "./bus.ts";
import { decodeEvent } from "./cloud-events.ts";
import { fateOf } from "./fate.ts";
import type { Logger } from "./logger.ts";
import { createParkedKeys, type ParkedKeys } from "./parked-keys.ts";
import { BEHIND_PARKED, toParked } from "./parked-message.ts";
import { createPartitionLocks, type PartitionLocks } from "./partition-locks.ts";
import { keyOf, positionOf, type RawMessage } from "./raw-message.ts";
import { type ReactionTable, tabulate } from "./reaction-table.ts";

/** One attempt to hand one message to one handler, for metrics and the wide log line. */
export interface DeliveryReport {
  readonly handler: string;
  readonly position: Position;
  readonly outcome:
    | "handled"
    | "duplicate"
    | "parked"
    | "parkedBehind"
    | "retrying"
    | "interrupted"
    | "replayed"
    | "replayFailed";
  readonly attempt: number;
  readonly milliseconds: number;
  readonly eventId?: string;
  readonly correlationId?: string;
  readonly type?: string;
  readonly reason?: string;
}

export type ObserveDelivery = (report: DeliveryReport) => void;

/** A consumer's hold on its partitions, until it stops or the group is divided anew. */
export interface Tenure {
  readonly signal: AbortSignal;
  heartbeat(): Promise<void>;
}

/** `retry`: the same message again, before any later one of its partition. `interrupted`: leave it to the next owner. */
export type Outcome =
  | { readonly kind: "done" }
  | { readonly kind: "retry"; readonly inMs: number; readonly handler: string; readonly reason: string }
  | { readonly kind: "interrupted" };

export interface DeliveryDeps extends Pick<ConsumeOptions, "reactions" | "parkingLot"> {
  readonly logger: Logger;
  readonly observe?: ObserveDelivery;
  readonly random?: () => number;
}

/** What both buses do with a message. Never rejects. */
export interface Delivery {
  readonly table: ReactionTable;
  readonly parkedKeys: ParkedKeys;
  readonly locks: PartitionLocks;
  deliver(raw: RawMessage, tenure: Tenure): Promise<Outcome>;
}

/** The failing message of a partition: who is done with it, and how often the others have tried. */
interface Progress {
  readonly offset: string;
  readonly done: Set<string>;
  readonly attempts: Map<string, number>;
}

const done: Outcome = { kind: "done" };

export function createDelivery(deps: DeliveryDeps): Delivery {
  const table = tabulate(deps.reactions);
  const parkedKeys = createParkedKeys(deps.parkingLot, table.handlers);
  const locks = createPartitionLocks();
  const progress = new Map<string, Progress>();

  const progressOf = ({ topic, partition, offset }: RawMessage): Progress => {
    const known = progress.get(`${topic}/${partition}`);
    if (known?.offset === offset) return known;
    const fresh = { offset, done: new Set<string>(), attempts: new Map<string, number>() };
    progress.set(`${topic}/${partition}`, fresh);
    return fresh;
  };

  const deliverToAll = async (raw: RawMessage, reactions: readonly Reaction[], tenure: Tenure): Promise<Outcome> => {
    const { done: finished, attempts } = progressOf(raw);
    let outcome = done;
    for (const reaction of reactions.filter(({ name }) => !finished.has(name))) {
      const attempt = (attempts.get(reaction.name) ?? 0) + 1;
      const one = await attemptDelivery({ ...deps, parkedKeys }, raw, reaction, attempt, tenure);
      if (one.kind === "interrupted") return one;
      attempts.set(reaction.name, attempt);
      if (one.kind === "done") finished.add(reaction.name);
      else outcome = one;
    }
    return outcome;
  };

  return {
    table,
    parkedKeys,
    locks,
    deliver: async (raw, tenure) => {
      const reactions = table.concerning(raw);
      if (reactions.length === 0) return done;
      return locks.run(raw.topic, raw.partition, () => deliverToAll(raw, reactions, tenure));
    },
  };
}

type AttemptDeps = DeliveryDeps & { readonly parkedKeys: ParkedKeys };

async function attemptDelivery(
  deps: AttemptDeps,
  raw: RawMessage,
  reaction: Reaction,
  attempt: number,
  tenure: Tenure,
): Promise<Outcome> {
  const startedAt = performance.now();
  const seen: { eventId?: string; correlationId?: string; type?: string } = {};
  const report = (outcome: DeliveryReport["outcome"], reason?: string) => {
    const milliseconds = Math.round((performance.now() - startedAt) * 1000) / 1000;
    const told = { handler: reaction.name, position: positionOf(raw), outcome, attempt, milliseconds, ...seen };
    tell(deps, reason === undefined ? told : { ...told, reason });
  };
  try {
    if (await deps.parkedKeys.holds(reaction.name, raw.topic, keyOf(raw))) {
      await park(deps, raw, reaction.name, BEHIND_PARKED, 0);
      report("parkedBehind");
      return done;
    }
    const envelope = decodeEvent(reaction.definition, raw);
    Object.assign(seen, { eventId: envelope.id, correlationId: envelope.correlationId, type: envelope.type });
    await reaction.handle(envelope as never, { position: positionOf(raw), signal: tenure.signal, heartbeat: tenure.heartbeat });
    report("handled");
    return done;
  } catch (error) {
    return await settle(deps, raw, reaction.name, attempt, tenure, error, report);
  }
}

async function settle(
  deps: AttemptDeps,
  raw: RawMessage,
  handler: string,
  attempt: number,
  tenure: Tenure,
  error: unknown,
  report: (outcome: DeliveryReport["outcome"], reason?: string) => void,
): Promise<Outcome> {
  // A handler that gave up because it was told to has not failed.
  if (tenure.signal.aborted) {
    report("interrupted");
    return { kind: "interrupted" };
  }
  const fate = fateOf(error, attempt, deps.random);
  switch (fate.fate) {
    case "duplicate":
      report("duplicate");
      return done;
    case "transient":
      report("retrying", nameOf(error));
      return { kind: "retry", inMs: fate.retryInMs, handler, reason: nameOf(error) };
    case "poison":
      return await parkOrRetry(deps, raw, handler, attempt, fate.reason, report);
  }
}

/** Without a durable place for it, a poison message must wait where it is. */
async function parkOrRetry(
  deps: AttemptDeps,
  raw: RawMessage,
  handler: string,
  attempt: number,
  reason: string,
  report: (outcome: DeliveryReport["outcome"], reason?: string) => void,
): Promise<Outcome> {
  try {
    await park(deps, raw, handler, reason, attempt);
    report("parked", reason);
    return done;
  } catch (error) {
    report("retrying", "PARKING_FAILED");
    deps.logger.error({ handler, ...positionOf(raw), error: nameOf(error) }, "cannot park a message");
    return { kind: "retry", inMs: backoffMs(attempt, deps.random), handler, reason: "PARKING_FAILED" };
  }
}

async function park(deps: AttemptDeps, raw: RawMessage, handler: string, reason: string, attempts: number): Promise<void> {
  await deps.parkingLot.park(toParked(raw, handler, { reason, attempts, at: new Date().toISOString() }));
  deps.parkedKeys.noteParked(handler, raw.topic, keyOf(raw));
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "UNKNOWN");

const levels = { handled: "info", duplicate: "debug", replayed: "info", interrupted: "info" } as const;

/** One wide line per attempt: ids, codes and durations. */
export function tell(deps: Pick<DeliveryDeps, "logger" | "observe">, report: DeliveryReport): void {
  const { position, ...rest } = report;
  const level = report.outcome in levels ? levels[report.outcome as keyof typeof levels] : "warn";
  deps.logger[level]({ ...rest, ...position }, "delivery");
  try {
    deps.observe?.(report);
  } catch (error) {
    // A broken metric must not look like a failed handler.
    deps.logger.error({ error: nameOf(error) }, "observing a delivery failed");
  }
}
