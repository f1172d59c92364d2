import type { AnyEventDefinition, Draft, Envelope, EventDefinition } from "@rialto/contracts/kernel/event";
import { newId } from "@rialto/contracts/kernel/ids";
import { UnfitEvent } from "./errors.ts";
import type { Cause } from "./store.types.ts";

export interface EnvelopeContext {
  readonly source: string;
  readonly subject: string;
  readonly cause: Cause;
  readonly time: string;
}

const optional = ({ causationId, actorId, traceparent }: Cause) => ({
  ...(causationId === undefined ? {} : { causationId }),
  ...(actorId === undefined ? {} : { actorId }),
  ...(traceparent === undefined ? {} : { traceparent }),
});

const sealed = (draft: Draft, seq: number, { source, subject, cause, time }: EnvelopeContext): Envelope => ({
  id: newId(),
  type: draft.type,
  source,
  subject,
  time,
  seq,
  correlationId: cause.correlationId,
  ...optional(cause),
  data: draft.data,
});

function mustName(definition: EventDefinition, draft: Draft, subject: string): void {
  const named = (draft.data as Readonly<Record<string, unknown>>)[definition.key];
  if (named !== subject) throw new UnfitEvent(`${draft.type}: its ${definition.key} does not name the aggregate ${subject}`);
}

/**
 * Turns the public ones of `drafts` into envelopes numbered from `lastSeq + 1` without gaps; private ones are left out.
 * Throws `UnfitEvent` for a type that the store does not declare or an event about another aggregate.
 */
export function sealEvents(
  definitions: ReadonlyMap<string, AnyEventDefinition>,
  drafts: readonly Draft[],
  lastSeq: number,
  context: EnvelopeContext,
): Envelope[] {
  const envelopes: Envelope[] = [];
  for (const draft of drafts) {
    const definition = definitions.get(draft.type);
    if (definition === undefined) throw new UnfitEvent(`${draft.type} is not declared by this store`);
    if (definition.visibility === "private") continue;
    mustName(definition, draft, context.subject);
    envelopes.push(sealed(draft, lastSeq + envelopes.length + 1, context));
  }
  return envelopes;
}
