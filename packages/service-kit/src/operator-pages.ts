import { Router } from "express";
import { type Check, healthz, readyz } from "./health.ts";
import type { Metrics } from "./metrics.ts";

/** For the platform's probes; they tell nothing that a stranger could use. */
export const probes = (checks: () => readonly Check[]): Router =>
  Router().get("/healthz", healthz).get("/readyz", readyz(checks));

/** Prometheus' text format. */
export const metricsPage = ({ registry }: Metrics): Router =>
  Router().get("/metrics", async (_req, res) => {
    res.type(registry.contentType).send(await registry.metrics());
  });
