import type { ServiceConfig } from "./config.ts";
import type { ServiceDefinition } from "./define-service.ts";
import type { Check } from "./health.ts";
import { createHttpApp, type HttpAppOptions } from "./http-app.ts";
import { createHttpServer, type HttpServer } from "./http-server.ts";
import { metricsPage, probes } from "./operator-pages.ts";
import type { Route } from "./route.ts";

export interface ServingOptions extends Pick<HttpAppOptions, "clock" | "logger" | "metrics" | "tracing" | "verifyToken"> {
  readonly config: ServiceConfig;
  readonly checks: () => readonly Check[];
  /** Parked messages and the like. */
  readonly operatorRoutes: readonly Route[];
}

export interface HttpServers {
  readonly main: HttpServer;
  /** Present when operators have a port of their own. */
  readonly operations?: HttpServer;
}

/** The servers of a service, not yet listening. */
export function createServers(service: ServiceDefinition, options: ServingOptions): HttpServers {
  const { config, metrics, operatorRoutes, checks } = options;
  const common = {
    ...options,
    rateLimits: { perMinute: config.RATE_LIMIT_PER_MINUTE, factor: config.RATE_LIMIT_FACTOR },
    strictResults: config.NODE_ENV !== "production",
    trustedProxyHops: config.TRUSTED_PROXY_HOPS,
  };
  const separate = config.OPERATIONS_PORT !== undefined;
  const operatorPages = [probes(checks), metricsPage(metrics)];
  const main = createHttpApp({
    ...common,
    routes: [...(service.routes ?? []), ...(separate ? [] : operatorRoutes)],
    operatorPages: separate ? [probes(checks)] : operatorPages,
    ...(service.handlers === undefined ? {} : { handlers: service.handlers }),
    ...(service.helmet === undefined ? {} : { helmet: service.helmet }),
  });
  const servers = { main: createHttpServer(main) };
  metrics.gauge("rialto_http_requests_in_hand", "Requests without an answer yet", () => servers.main.inHand());
  if (!separate) return servers;
  return { ...servers, operations: createHttpServer(createHttpApp({ ...common, routes: operatorRoutes, operatorPages })) };
}
