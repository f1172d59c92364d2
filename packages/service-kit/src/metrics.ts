import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Seconds; dense where the targets lie (15 and 60 ms end to end). */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Coarser than the default of 10 ms: the sampling timer alone would keep an idle service busy. */
const EVENT_LOOP_SAMPLING_MS = 100;

export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<"operation" | "status">;
  readonly deliveries: Histogram<"reaction" | "outcome">;
  readonly scheduleRuns: Counter<"schedule" | "outcome">;
  /** A value that is asked for when somebody reads the metrics. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
}

/** Metrics of one service in a registry of its own, so that several services can live in one test. */
export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  const registers = [registry];
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: EVENT_LOOP_SAMPLING_MS });
  return {
    registry,
    requests: new Histogram({
      name: "rialto_http_request_seconds",
      help: "Time from the request's headers to the end of the answer",
      labelNames: ["operation", "status"],
      buckets,
      registers,
    }),
    deliveries: new Histogram({
      name: "rialto_delivery_seconds",
      help: "Time a reaction took for one event",
      labelNames: ["reaction", "outcome"],
      buckets,
      registers,
    }),
    scheduleRuns: new Counter({
      name: "rialto_schedule_runs_total",
      help: "Runs of scheduled work",
      labelNames: ["schedule", "outcome"],
      registers,
    }),
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          this.set(await read());
        },
      });
    },
  };
}
