import { ceremoniesRefusals } from "./ceremonies/refusals.ts";
import { gatewayRefusals } from "./gateway/refusals.ts";
import { generalRefusals } from "./kernel/general-refusals.ts";
import type { RefusalCatalog, RefusalEntry } from "./kernel/refusal.ts";
import { matchmakingRefusals } from "./matchmaking/refusals.ts";
import { registryRefusals } from "./registry/refusals.ts";
import { venueRefusals } from "./venue/refusals.ts";

/** Every way in which the system says no, by context; `general` may come from any operation. */
export const refusalsByContext: Readonly<Record<string, RefusalCatalog>> = {
  general: generalRefusals,
  registry: registryRefusals,
  venue: venueRefusals,
  matchmaking: matchmakingRefusals,
  ceremonies: ceremoniesRefusals,
  gateway: gatewayRefusals,
};

export const refusalByCode: ReadonlyMap<string, RefusalEntry> = new Map(
  Object.values(refusalsByContext).flatMap((catalog) => Object.entries(catalog)),
);
