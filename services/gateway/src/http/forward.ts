import { gatewayRefusals } from "@rialto/contracts/gateway/refusals";
import { refusing } from "@rialto/contracts/kernel/refusal";
import type { RequestHandler } from "express";
import { createProxyMiddleware } from "http-proxy-middleware";

const refuse = refusing(gatewayRefusals);

/** Longer than any operation takes; a service that hangs must not hold the person for ever. */
const PATIENCE_MS = 20_000;

/**
 * `/api/<context>/...` goes to the service that owns the context, as it is; behind an ingress the same table is the
 * ingress. Nothing but `/api` is reachable from outside. SERVICE_UNREACHABLE: the service does not answer.
 */
export const forward = (addresses: Readonly<Record<string, string>>): RequestHandler[] =>
  Object.entries(addresses).map(([context, target]) =>
    createProxyMiddleware({
      target,
      // Not a glob: those skip `/.well-known/`.
      pathFilter: (path) => path.startsWith(`/api/${context}/`),
      xfwd: false,
      proxyTimeout: PATIENCE_MS,
      on: {
        // The caller's own word about its address counts for nothing: only what this process sees is passed on.
        proxyReq: (outgoing, incoming) => {
          outgoing.setHeader("x-forwarded-for", (incoming as { ip?: string }).ip ?? incoming.socket.remoteAddress ?? "");
          outgoing.removeHeader("forwarded");
        },
        error: (_error, incoming) => {
          const { next } = incoming as { next?: (error: unknown) => void };
          next?.(refuse("SERVICE_UNREACHABLE"));
        },
      },
    }),
  );
