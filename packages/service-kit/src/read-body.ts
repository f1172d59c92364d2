import { isUtf8 } from "node:buffer";
import { generalRefusals } from "@rialto/contracts/kernel/general-refusals";
import { Refusal } from "@rialto/contracts/kernel/refusal";
import express, { type Request, type RequestHandler } from "express";
import { contextOf } from "./request-context.ts";

export const DEFAULT_BODY_LIMIT_BYTES = 64 * 1024;

const malformed = (detail: string) => new Refusal("MALFORMED_REQUEST", generalRefusals.MALFORMED_REQUEST, { detail });

// A request that announces neither a length nor chunks has no body (RFC 9112, section 6.3).
const hasBody = (req: Request): boolean =>
  req.headers["transfer-encoding"] !== undefined || Number(req.headers["content-length"] ?? 0) > 0;

const isJson = (req: Request): boolean => typeof req.is(["application/json", "application/*+json"]) === "string";

const loneSurrogateEscape = /\\u[dD][89a-fA-F]/;

/** JSON may spell half a character as an escape; neither MongoDB nor Kafka could carry it unchanged. */
function refuseBrokenText(key: string, value: unknown): unknown {
  if (!key.isWellFormed() || (typeof value === "string" && !value.isWellFormed())) throw malformed("broken character");
  return value;
}

function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw malformed("not UTF-8");
  const text = bytes.toString("utf8");
  try {
    return loneSurrogateEscape.test(text) ? JSON.parse(text, refuseBrokenText) : JSON.parse(text);
  } catch (error) {
    throw error instanceof Refusal ? error : malformed("not JSON");
  }
}

/** Reads a JSON body of bounded size into `req.body`; `undefined` when there is none. Compressed bodies count unpacked. */
export function readBody(limitBytes: number): RequestHandler {
  const readBytes = express.raw({ type: () => true, limit: limitBytes });
  return (req, res, next) => {
    if (!hasBody(req)) return next();
    if (!isJson(req)) throw new Refusal("UNSUPPORTED_MEDIA_TYPE", generalRefusals.UNSUPPORTED_MEDIA_TYPE);
    readBytes(req, res, (error?: unknown) => {
      if (error !== undefined) return next(error);
      const bytes: unknown = req.body;
      if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
        req.body = undefined;
        return next();
      }
      try {
        contextOf(req).rawBody = bytes;
        req.body = parseJson(bytes);
      } catch (refusal) {
        return next(refusal);
      }
      next();
    });
  };
}
