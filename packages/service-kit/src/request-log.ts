import type { RequestHandler } from "express";
import type { Logger } from "./logger.ts";
import type { Metrics } from "./metrics.ts";
import { openContext, type RequestContext } from "./request-context.ts";

const rounded = (ms: number) => Math.round(ms * 100) / 100;

const fieldsOf = (context: RequestContext, status: number, ms: number) => ({
  requestId: context.requestId,
  correlationId: context.correlationId,
  operation: context.operation ?? "none",
  status,
  ms: rounded(ms),
  accountId: context.principal?.accountId,
  problem: context.problem,
  ...context.ids,
});

/** Names the request, and writes one wide line and one measurement when it has ended. Ids only: no address, no body. */
export const logRequests =
  (logger: Logger, metrics: Metrics): RequestHandler =>
  (req, res, next) => {
    const context = openContext(req);
    res.set("x-request-id", context.requestId);
    res.set("x-correlation-id", context.correlationId);
    res.once("close", () => {
      // 499: the caller went away before the answer was complete.
      const status = res.writableFinished ? res.statusCode : 499;
      const ms = performance.now() - context.startedAt;
      metrics.requests.observe({ operation: context.operation ?? "none", status }, ms / 1000);
      logger[context.operation === undefined && status < 400 ? "debug" : "info"](fieldsOf(context, status, ms), "request");
    });
    next();
  };
