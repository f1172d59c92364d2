import { toPrincipal } from "@rialto/contracts/kernel/access-token";
import { refuseInGeneral } from "@rialto/contracts/kernel/general-refusals";
import type { Operation } from "@rialto/contracts/kernel/operation";
import { judge } from "@rialto/contracts/kernel/policy";
import type { Cause } from "@rialto/persistence/store.types";
import type { Request, RequestHandler, Response } from "express";
import type { VerifyToken } from "./auth.ts";
import type { Clock } from "./clock.ts";
import { idempotencyOf } from "./idempotency.ts";
import { parseInput } from "./parse-input.ts";
import { presentResult } from "./present-result.ts";
import { DEFAULT_BODY_LIMIT_BYTES, readBody } from "./read-body.ts";
import { refuseBrokenQuery } from "./refuse-broken-query.ts";
import { contextOf, idsAmong } from "./request-context.ts";
import type { HttpExchange, Route } from "./route.ts";
import type { Tracing } from "./tracing.ts";

export interface ServingDeps {
  readonly verifyToken: VerifyToken;
  readonly rateLimit: (operation: Operation) => RequestHandler;
  readonly tracing: Tracing;
  readonly clock: Clock;
  /** Whether a result with undeclared fields is a failure. */
  readonly strictResults: boolean;
}

/** From here on the request has a name in logs, metrics and traces. */
const recognise =
  (operation: Operation, tracing: Tracing): RequestHandler =>
  (req, res, next) => {
    const context = contextOf(req);
    context.operation = operation.id;
    context.ids = idsAmong(req.params);
    res.set("cache-control", "no-store");
    const span = tracing.begin(operation.id, "server", context.traceparent, { "rialto.request_id": context.requestId });
    context.traceparent = span.traceparent;
    res.once("close", () => span.end(res.statusCode >= 500 ? new Error(context.problem ?? "failed") : undefined));
    next();
  };

const bearer = /^Bearer +([\w.~+/-]+=*) *$/i;

/** Who calls. A public operation does not mind a token that no longer holds: refreshing one must work. */
const identify =
  (operation: Operation, verifyToken: VerifyToken): RequestHandler =>
  async (req, _res, next) => {
    const header = req.get("authorization");
    if (header === undefined) return next();
    const token = bearer.exec(header)?.[1];
    const context = contextOf(req);
    try {
      if (token === undefined) throw refuseInGeneral("SIGN_IN_NEEDED", { reason: "invalid" });
      context.principal = toPrincipal(await verifyToken(token));
      next();
    } catch (error) {
      if (operation.policy.kind === "public") return next();
      context.identityRefusal = error;
      next();
    }
  };

/** After the rate limit, so that guessing tokens is limited too. */
const permit =
  (operation: Operation): RequestHandler =>
  (req, _res, next) => {
    const { principal, identityRefusal } = contextOf(req);
    if (identityRefusal !== undefined) return next(identityRefusal);
    const { fairId } = req.params;
    const verdict = judge(operation.policy, principal, typeof fairId === "string" ? fairId : undefined);
    if (verdict === "allowed") return next();
    next(refuseInGeneral(verdict === "forbidden" ? "FORBIDDEN" : "SIGN_IN_NEEDED"));
  };

function causeOf(req: Request): Cause {
  const { correlationId, traceparent, principal } = contextOf(req);
  const idempotency = idempotencyOf(req);
  return {
    correlationId,
    traceparent,
    ...(principal === undefined ? {} : { actorId: principal.accountId }),
    ...(idempotency === undefined ? {} : { idempotency }),
  };
}

const exchange = (req: Request, res: Response): HttpExchange => ({
  address: req.ip ?? "unknown",
  requestId: contextOf(req).requestId,
  header: (name) => req.get(name),
  setHeader: (name, value) => void res.set(name, value),
});

const answer =
  ({ operation, handle }: Route, deps: ServingDeps): RequestHandler =>
  async (req, res) => {
    const input = parseInput(operation, { params: req.params, query: req.query, body: req.body });
    const call = {
      ...input,
      principal: contextOf(req).principal,
      cause: causeOf(req),
      now: deps.clock(),
      http: exchange(req, res),
    };
    // `never` stands for a call of this very operation: its own schemas parsed it one line above.
    const result = presentResult(operation, await handle(call as never), { strict: deps.strictResults });
    res.status(operation.status);
    if (operation.status === 204) res.end();
    else res.json(result);
  };

/** What a request passes on its way to a handler, in this order. */
export const serveRoute = (route: Route, deps: ServingDeps): RequestHandler[] => [
  recognise(route.operation, deps.tracing),
  identify(route.operation, deps.verifyToken),
  deps.rateLimit(route.operation),
  permit(route.operation),
  refuseBrokenQuery,
  readBody(route.options.bodyLimitBytes ?? DEFAULT_BODY_LIMIT_BYTES),
  answer(route, deps),
];
