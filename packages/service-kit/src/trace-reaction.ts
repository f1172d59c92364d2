import type { Envelope } from "@rialto/contracts/kernel/event";
import type { Reaction } from "@rialto/messaging/bus";
import type { Logger } from "./logger.ts";
import { acceptTraceparent } from "./trace-context.ts";
import type { Tracing } from "./tracing.ts";

/**
 * A span around each delivery, and the stack of what went wrong, once. What a failure means is decided by the bus (see
 * `fate.ts` of messaging), so it is thrown on.
 */
export const traceReaction =
  (tracing: Tracing, logger: Logger) =>
  (reaction: Reaction): Reaction => ({
    ...reaction,
    async handle(envelope: Envelope<string, never>, context) {
      const { id, traceparent } = envelope;
      const span = tracing.begin(reaction.name, "consumer", acceptTraceparent(traceparent), { "rialto.event_id": id });
      try {
        await reaction.handle({ ...envelope, traceparent: span.traceparent }, context);
        span.end();
      } catch (error) {
        span.end(error);
        logger.warn({ err: error, handler: reaction.name, eventId: id }, "reaction failed");
        throw error;
      }
    },
  });
