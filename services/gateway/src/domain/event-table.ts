import type { ceremoniesEvents } from "@rialto/contracts/ceremonies/events";
import type { gatewayEvents } from "@rialto/contracts/gateway/events";
import type { Envelope, EnvelopeOf } from "@rialto/contracts/kernel/event";
import type { matchmakingEvents } from "@rialto/contracts/matchmaking/events";
import type { registryEvents } from "@rialto/contracts/registry/events";
import type { venueEvents } from "@rialto/contracts/venue/events";

type Definition =
  | (typeof registryEvents)[number]
  | (typeof venueEvents)[number]
  | (typeof matchmakingEvents)[number]
  | (typeof ceremoniesEvents)[number]
  | (typeof gatewayEvents)[number];

/** One small function per event of the system: an event without an entry does not compile, silence is written down. */
export type EventTable<Result> = { readonly [D in Definition as D["type"]]: (event: EnvelopeOf<D>) => Result };

/** Looks an event up; `undefined` for a type of a later version of the contracts. */
export const lookUp = <Result>(table: EventTable<Result>, event: Envelope): Result | undefined =>
  (table as Record<string, ((event: Envelope) => Result) | undefined>)[event.type]?.(event);
