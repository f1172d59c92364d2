import { ceremoniesOperations } from "./ceremonies/operations.ts";
import { gatewayOperations } from "./gateway/operations.ts";
import type { Operation } from "./kernel/operation.ts";
import { matchmakingOperations } from "./matchmaking/operations.ts";
import { registryOperations } from "./registry/operations.ts";
import { venueOperations } from "./venue/operations.ts";

/** Every public operation of the system, by the context that answers it. */
export const operationsByContext: Readonly<Record<string, readonly Operation[]>> = {
  registry: Object.values(registryOperations),
  venue: Object.values(venueOperations),
  matchmaking: Object.values(matchmakingOperations),
  ceremonies: Object.values(ceremoniesOperations),
  gateway: Object.values(gatewayOperations),
};

export const operations: readonly Operation[] = Object.values(operationsByContext).flat();

export const operationById: ReadonlyMap<string, Operation> = new Map(operations.map((operation) => [operation.id, operation]));
