import { newId } from "@rialto/contracts/kernel/ids";
import type { Principal } from "@rialto/contracts/kernel/policy";
import type { Request } from "express";
import { z } from "zod";
import { acceptTraceparent } from "./trace-context.ts";

/** What is known about a request while it is served. */
export interface RequestContext {
  readonly requestId: string;
  /** Shared by everything that follows from one act of a person; the caller may name it. */
  readonly correlationId: string;
  traceparent: string;
  readonly startedAt: number;
  /** The id of the operation, once the address has been recognised. */
  operation?: string;
  principal?: Principal;
  /** Why the token that came does not count. */
  identityRefusal?: unknown;
  /** Path parameters that are identifiers, for the log. */
  ids?: Readonly<Record<string, string>>;
  /** Code of the problem that was answered. */
  problem?: string;
  /** The body byte for byte, when there is one. */
  rawBody?: Uint8Array;
}

const contexts = new WeakMap<Request, RequestContext>();
const uuid = z.uuid();

/** Opens the books for a request; must run before anything that asks for them. */
export function openContext(req: Request): RequestContext {
  const asked = uuid.safeParse(req.get("x-correlation-id"));
  const context: RequestContext = {
    requestId: newId(),
    correlationId: asked.success ? asked.data : newId(),
    traceparent: acceptTraceparent(req.get("traceparent")),
    startedAt: performance.now(),
  };
  // Whoever forwards this request forwards its headers: they carry the ids on.
  req.headers["x-correlation-id"] = context.correlationId;
  req.headers.traceparent = context.traceparent;
  contexts.set(req, context);
  return context;
}

export function contextOf(req: Request): RequestContext {
  const context = contexts.get(req);
  if (context === undefined) throw new Error("openContext has not seen this request");
  return context;
}

/** Those path parameters that are identifiers: nothing else of an address belongs into a log. */
export const idsAmong = (params: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => uuid.safeParse(entry[1]).success));
