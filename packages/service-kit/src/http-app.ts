import { generalRefusals } from "@rialto/contracts/kernel/general-refusals";
import { publicPath } from "@rialto/contracts/kernel/public-path";
import { Refusal } from "@rialto/contracts/kernel/refusal";
import express, { type Express, type RequestHandler } from "express";
import helmet, { type HelmetOptions } from "helmet";
import { answerProblem } from "./answer-problem.ts";
import type { VerifyToken } from "./auth.ts";
import type { Clock } from "./clock.ts";
import type { Logger } from "./logger.ts";
import type { Metrics } from "./metrics.ts";
import { createRateLimit, type RateLimits } from "./rate-limit.ts";
import { logRequests } from "./request-log.ts";
import type { Route } from "./route.ts";
import { bySpecificity } from "./route-order.ts";
import { serveRoute } from "./serve-route.ts";
import type { Tracing } from "./tracing.ts";

export interface HttpAppOptions {
  readonly routes: readonly Route[];
  readonly verifyToken: VerifyToken;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  readonly clock: Clock;
  readonly rateLimits: RateLimits;
  readonly strictResults: boolean;
  /** Proxies that append to X-Forwarded-For; 0: the peer is the caller. */
  readonly trustedProxyHops: number;
  /** Health, metrics and the like, before everything else. */
  readonly operatorPages?: readonly RequestHandler[];
  /** Handlers of other kinds (pages, forwarding), before operations; bodies are unread. */
  readonly handlers?: readonly RequestHandler[];
  /** Security headers; the default fits an API that answers nothing but JSON. */
  readonly helmet?: Readonly<HelmetOptions>;
}

const jsonOnly: HelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
};

const refuse =
  (code: "NOT_FOUND"): RequestHandler =>
  (_req, _res, next) =>
    next(new Refusal(code, generalRefusals[code]));

const refuseMethod =
  (allowed: readonly string[]): RequestHandler =>
  (_req, res, next) => {
    res.set("Allow", allowed.join(", "));
    next(new Refusal("METHOD_NOT_ALLOWED", generalRefusals.METHOD_NOT_ALLOWED));
  };

/** Known addresses answer other methods with 405 and the list of those they take. */
function refuseOtherMethods(app: Express, routes: readonly Route[]): void {
  const methods = new Map<string, string[]>();
  for (const { operation } of routes) {
    const path = publicPath(operation);
    methods.set(path, [...(methods.get(path) ?? []), operation.method.toUpperCase()]);
  }
  for (const [path, allowed] of methods) app.all(path, refuseMethod(allowed));
}

/** The HTTP side of a service: operations at `/api/<context><path>`, everything else refused as a problem. */
export function createHttpApp(options: HttpAppOptions): Express {
  const app = express();
  app.disable("x-powered-by").disable("etag").set("trust proxy", options.trustedProxyHops);
  app.use(logRequests(options.logger, options.metrics), helmet(options.helmet ?? jsonOnly));
  for (const handler of [...(options.operatorPages ?? []), ...(options.handlers ?? [])]) app.use(handler);
  const deps = { ...options, rateLimit: createRateLimit(options.rateLimits) };
  const routes = [...options.routes].sort(bySpecificity);
  for (const route of routes) app[route.operation.method](publicPath(route.operation), ...serveRoute(route, deps));
  refuseOtherMethods(app, routes);
  app.use(refuse("NOT_FOUND"), answerProblem(options.logger));
  return app;
}
