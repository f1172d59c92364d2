import type { ObserveDelivery } from "@rialto/messaging/delivery";
import type { Metrics } from "./metrics.ts";

/** Measures deliveries; the bus writes their wide log lines itself. */
export const observeDeliveries =
  (metrics: Metrics): ObserveDelivery =>
  ({ handler, outcome, milliseconds }) =>
    metrics.deliveries.observe({ reaction: handler, outcome }, milliseconds / 1000);
