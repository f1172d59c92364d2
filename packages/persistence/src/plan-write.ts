import { randomBytes } from "node:crypto";
import type { AnyEventDefinition, Draft } from "@rialto/contracts/kernel/event";
import type { PlannedWrite, Snapshot } from "./documents.types.ts";
import { sealEvents } from "./envelope.ts";
import { handledBy } from "./idempotency.ts";
import type { Cause } from "./store.types.ts";

export interface PlanContext<State, Event extends Draft> {
  readonly id: string;
  readonly source: string;
  readonly definitions: ReadonlyMap<string, AnyEventDefinition>;
  readonly evolve: (state: State, event: Event) => State;
  readonly cause: Cause;
  readonly time: string;
}

const processId = randomBytes(6).toString("base64url");
let writes = 0;
/** Unique among the writes of all processes, and cheaper than randomness for each. */
const writeId = (): string => `${processId}${(writes++).toString(36)}`;

/**
 * The write that these drafts ask for on top of `seen`, or undefined when there is nothing to remember: no event, and no
 * Idempotency-Key or no document that could hold it.
 */
export function planWrite<State, Event extends Draft>(
  seen: Snapshot<State>,
  drafts: readonly Event[],
  { id, source, definitions, evolve, cause, time }: PlanContext<State, Event>,
): PlannedWrite<State> | undefined {
  if (drafts.length === 0 && (seen.version === 0 || cause.idempotency === undefined)) return undefined;
  const state = drafts.reduce(evolve, seen.state);
  const events = sealEvents(definitions, drafts, seen.seq, { source, subject: id, cause, time });
  const version = seen.version + drafts.length;
  const handled = handledBy(cause, version, state);
  return {
    id,
    baseVersion: seen.version,
    version,
    seq: seen.seq + events.length,
    state,
    events,
    mark: `${version}.${writeId()}`,
    ...(handled === undefined ? {} : { handled }),
  };
}
