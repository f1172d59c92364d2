import { serviceConfig } from "@rialto/service-kit/config";
import { z } from "zod";

export const matchmakingConfig = serviceConfig("matchmaking", 4003).extend({
  /** Largest heap of the thread that computes the lists: a fair of 25,000 organizations takes about half of it. */
  MATCHING_HEAP_MB: z.coerce.number().int().min(64).default(1_024),
});

export type MatchmakingConfig = Readonly<z.output<typeof matchmakingConfig>>;
