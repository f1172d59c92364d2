import type { Bus } from "@rialto/messaging/bus";
import type { VerifyToken } from "./auth.ts";
import type { Clock } from "./clock.ts";
import type { Connection } from "./infrastructure.ts";
import type { Logger } from "./logger.ts";
import type { Metrics } from "./metrics.ts";

/** What the kit hands to a service that puts itself together. */
export interface Platform {
  readonly connection: Connection;
  /** For tailing; events are published by stores alone. */
  readonly bus: Bus;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly verifyToken: VerifyToken;
}
