import { decodeEvent } from "./cloud-events.ts";
import { type Delivery, type DeliveryDeps, type DeliveryReport, type Tenure, tell } from "./delivery.ts";
import { fateOf, reasonOf } from "./fate.ts";
import type { ParkedKey, ParkedMessage } from "./parking-lot.ts";
import type { RawMessage } from "./raw-message.ts";

export interface ReplayDeps extends DeliveryDeps {
  readonly delivery: Delivery;
  /** Whether this consumer owns the partition now. */
  readonly owns: (topic: string, partition: number) => boolean;
}

/**
 * Looks at the lot once: refreshes what is known to be parked, and takes the keys whose replay an operator has asked
 * for, message by message in the order of the log. New events of such a key are parked behind until it is empty.
 * Rejects when the lot cannot be read.
 */
export async function replayRequested(deps: ReplayDeps, tenure: Tenure): Promise<void> {
  const keys = await deps.delivery.parkedKeys.refresh();
  for (const key of keys.filter(({ replayRequested }) => replayRequested)) {
    if (tenure.signal.aborted) return;
    await replayKey(deps, key, tenure);
  }
}

async function replayKey(deps: ReplayDeps, key: ParkedKey, tenure: Tenure): Promise<void> {
  const { handler, topic } = key;
  const [first] = await deps.parkingLot.messages(handler, topic, key.key);
  if (first === undefined || !deps.owns(topic, first.partition)) return;
  let going = true;
  while (going) going = await deps.delivery.locks.run(topic, first.partition, () => replayRound(deps, key, tenure));
}

/** The partition is held meanwhile, so nothing can be parked between the look and the conclusion that none is left. */
async function replayRound(deps: ReplayDeps, { handler, topic, key }: ParkedKey, tenure: Tenure): Promise<boolean> {
  const messages = await deps.parkingLot.messages(handler, topic, key);
  if (messages.length === 0) {
    deps.delivery.parkedKeys.noteEmpty(handler, topic, key);
    return false;
  }
  for (const message of messages.slice(0, 20)) {
    if (tenure.signal.aborted || !deps.owns(topic, message.partition)) return false;
    if (!(await replayMessage(deps, message, tenure))) return false;
  }
  return true;
}

async function replayMessage(deps: ReplayDeps, message: ParkedMessage, tenure: Tenure): Promise<boolean> {
  const startedAt = performance.now();
  const report = (outcome: DeliveryReport["outcome"], reason?: string) => {
    const { handler, topic, partition, offset, attempts } = message;
    const milliseconds = Math.round((performance.now() - startedAt) * 1000) / 1000;
    const told = { handler, position: { topic, partition, offset }, outcome, attempt: attempts + 1, milliseconds };
    tell(deps, reason === undefined ? told : { ...told, reason });
  };
  try {
    await handle(deps, message, tenure);
    await deps.parkingLot.remove(message.id);
    report("replayed");
    return true;
  } catch (error) {
    return await settleReplay(deps, message, tenure, error, report);
  }
}

async function handle(deps: ReplayDeps, message: ParkedMessage, tenure: Tenure): Promise<void> {
  const { topic, partition, offset, headers, value, handler } = message;
  const raw: RawMessage = { topic, partition, offset, headers, value, key: null };
  const reaction = deps.delivery.table.concerning(raw).find(({ name }) => name === handler);
  if (reaction === undefined) throw new Error(`${handler} no longer reacts to this type`);
  const context = { position: { topic, partition, offset }, signal: tenure.signal, heartbeat: tenure.heartbeat };
  await reaction.handle(decodeEvent(reaction.definition, raw) as never, context);
}

/** Trouble that passes leaves the request standing for the next look; anything else hands the key back to the operator. */
async function settleReplay(
  deps: ReplayDeps,
  message: ParkedMessage,
  tenure: Tenure,
  error: unknown,
  report: (outcome: DeliveryReport["outcome"], reason?: string) => void,
): Promise<boolean> {
  if (tenure.signal.aborted) return false;
  const { fate } = fateOf(error, Number.POSITIVE_INFINITY);
  if (fate === "duplicate") {
    await deps.parkingLot.remove(message.id);
    report("duplicate");
    return true;
  }
  report("replayFailed", reasonOf(error));
  if (fate === "poison") await deps.parkingLot.withdrawReplay(message.handler, message.topic, message.key);
  return false;
}
