import { createHash } from "node:crypto";
import type { Cause } from "@rialto/persistence/store.types";
import type { Request } from "express";
import { invalidInput } from "./field-errors.ts";
import { contextOf } from "./request-context.ts";

const visibleAscii = /^[\x21-\x7e]{1,200}$/;

const wrongKey = () =>
  invalidInput([
    {
      in: "headers",
      field: "Idempotency-Key",
      code: "WRONG_FORMAT",
      message: { en: "must be 1 to 200 visible ASCII characters", zh: "必须是 1 到 200 个可见的 ASCII 字符" },
    },
  ]);

/** Two requests are the same when method, address, body (byte for byte) and actor are. */
function fingerprintOf(req: Request): string {
  const { rawBody, principal } = contextOf(req);
  const hash = createHash("sha256");
  hash.update(JSON.stringify([req.method, req.originalUrl, principal?.accountId ?? null]));
  if (rawBody !== undefined) hash.update(rawBody);
  return hash.digest("base64url");
}

/** The Idempotency-Key of a request that may change something. Throws `INVALID_INPUT` for an unusable key. */
export function idempotencyOf(req: Request): Cause["idempotency"] {
  const key = req.get("idempotency-key");
  if (key === undefined || req.method === "GET" || req.method === "HEAD") return undefined;
  if (!visibleAscii.test(key)) throw wrongKey();
  return { key, fingerprint: fingerprintOf(req) };
}
