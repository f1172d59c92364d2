import type { ErrorRequestHandler, Request, Response } from "express";
import type { Logger } from "pino";
import { type Language, type Problem, problemOf } from "./problem.ts";
import { contextOf } from "./request-context.ts";

const languageOf = (req: Request): Language => (req.acceptsLanguages("en", "zh") === "zh" ? "zh" : "en");

/** Headers that a status calls for: RFC 9110, sections 10.2.3 and 11.6.1. */
function addHeaders(res: Response, { status, reason }: Problem): void {
  if (status === 401) res.set("WWW-Authenticate", reason === undefined ? "Bearer" : 'Bearer error="invalid_token"');
  if (status === 503) res.set("Retry-After", "2");
}

/** Writes a problem in the caller's language. */
export function sendProblem(req: Request, res: Response, error: unknown): Problem {
  const context = contextOf(req);
  const language = languageOf(req);
  const problem = problemOf(error, { language, requestId: context.requestId });
  context.problem = problem.code;
  addHeaders(res, problem);
  res.status(problem.status).vary("Accept-Language").set({ "Content-Language": language, "Cache-Control": "no-store" });
  res.type("application/problem+json").send(JSON.stringify(problem));
  return problem;
}

/** The one place where errors become answers. An answer already begun can only be cut off. */
export const answerProblem =
  (logger: Logger): ErrorRequestHandler =>
  (error, req, res, _next) => {
    const { requestId, operation } = contextOf(req);
    if (res.headersSent) {
      logger.error({ err: error, requestId, operation }, "failed after the answer had begun");
      res.destroy();
      return;
    }
    const { status, code } = sendProblem(req, res, error);
    if (status >= 500) logger.error({ err: error, requestId, operation, code }, "failed");
  };
