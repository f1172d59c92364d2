import { serviceConfig } from "@rialto/service-kit/config";
import { z } from "zod";

export const venueConfig = serviceConfig("venue", 4002).extend({
  /** How soon screens learn that a hold has expired; the next holder need not wait for it. */
  HOLD_SWEEP_SECONDS: z.coerce.number().positive().max(3_600).default(10),
});

export type VenueConfig = Readonly<z.output<typeof venueConfig>>;
