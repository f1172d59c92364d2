import { refuseInGeneral } from "@rialto/contracts/kernel/general-refusals";
import type { Operation } from "@rialto/contracts/kernel/operation";
import type { Request, RequestHandler } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { contextOf } from "./request-context.ts";

export interface RateLimits {
  /** Calls a minute of one caller to one operation that names no limit of its own. */
  readonly perMinute: number;
  /** Multiplies every limit. */
  readonly factor: number;
}

/** An account, or else an address; IPv6 by network, since a caller owns a whole one. */
const callerOf = (req: Request): string => contextOf(req).principal?.accountId ?? ipKeyGenerator(req.ip ?? "unknown", 56);

const MINUTE_MS = 60_000;

/** Counts in this process: n replicas allow n times as much, which is enough to stop a runaway client. */
export function createRateLimit(limits: RateLimits): (operation: Operation) => RequestHandler {
  const allowed = new Map<string, number>();
  const limit = rateLimit({
    windowMs: MINUTE_MS,
    limit: (req) => Math.ceil((allowed.get(contextOf(req).operation ?? "") ?? limits.perMinute) * limits.factor),
    keyGenerator: (req) => `${contextOf(req).operation} ${callerOf(req)}`,
    standardHeaders: "draft-7",
    legacyHeaders: false,
    handler: (_req, _res, next) => next(refuseInGeneral("TOO_MANY_REQUESTS")),
  });
  return (operation) => {
    allowed.set(operation.id, operation.perMinute ?? limits.perMinute);
    return limit;
  };
}
