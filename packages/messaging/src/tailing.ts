import type { TailedRecord, TailOptions } from "./bus.ts";
import { decodeEvent, typeOf } from "./cloud-events.ts";
import { fateOf, reasonOf } from "./fate.ts";
import type { Logger } from "./logger.ts";
import { positionOf, type RawMessage } from "./raw-message.ts";
import { sleep } from "./sleep.ts";

/** The records a tail asked for; those that cannot be read are logged and skipped. */
export function readRecords({ definitions }: TailOptions, logger: Logger, raws: readonly RawMessage[]): TailedRecord[] {
  return raws.flatMap((raw) => {
    const type = typeOf(raw.headers);
    const definition = definitions.find((one) => one.type === type);
    if (definition === undefined) return [];
    try {
      return [{ position: positionOf(raw), envelope: decodeEvent(definition, raw) }];
    } catch (error) {
      logger.error({ ...positionOf(raw), type, reason: reasonOf(error) }, "a tailed record cannot be read and is skipped");
      return [];
    }
  });
}

/** Hands over until it succeeds or cannot succeed; answers false when stopped before. */
export async function handOver(
  { handle }: TailOptions,
  logger: Logger,
  records: readonly TailedRecord[],
  tenure: { readonly signal: AbortSignal; heartbeat(): Promise<void> },
): Promise<boolean> {
  for (let attempt = 1; records.length > 0; attempt += 1) {
    if (tenure.signal.aborted) return false;
    try {
      await handle(records);
      return true;
    } catch (error) {
      const fate = fateOf(error, attempt);
      if (fate.fate !== "transient") {
        logger.error({ ...records[0]?.position, count: records.length, reason: reasonOf(error) }, "tailed records were skipped");
        return true;
      }
      await sleep(fate.retryInMs, tenure.signal);
      await tenure.heartbeat();
    }
  }
  return !tenure.signal.aborted;
}
