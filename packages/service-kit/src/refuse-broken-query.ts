import { generalRefusals } from "@rialto/contracts/kernel/general-refusals";
import { Refusal } from "@rialto/contracts/kernel/refusal";
import type { RequestHandler } from "express";

/**
 * Refuses a query that is not UTF-8 in percent-encoding, as the router does with a path: parsed all the same, it would
 * become replacement characters that nobody sent.
 */
export const refuseBrokenQuery: RequestHandler = (req, _res, next) => {
  const [, ...query] = req.url.split("?");
  try {
    decodeURIComponent(query.join("?"));
    next();
  } catch {
    next(new Refusal("MALFORMED_REQUEST", generalRefusals.MALFORMED_REQUEST, { detail: "not UTF-8" }));
  }
};
