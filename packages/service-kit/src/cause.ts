import type { Envelope } from "@rialto/contracts/kernel/event";
import { newId } from "@rialto/contracts/kernel/ids";
import type { Cause } from "@rialto/persistence/store.types";

/** The cause of what a reaction writes: the event that it reacts to. */
export const causedBy = (envelope: Envelope): Cause => ({
  correlationId: envelope.correlationId,
  causationId: envelope.id,
  ...(envelope.traceparent === undefined ? {} : { traceparent: envelope.traceparent }),
});

/** The cause of what a schedule writes: time alone. */
export const causedByTime = (traceparent: string): Cause => ({ correlationId: newId(), traceparent });
