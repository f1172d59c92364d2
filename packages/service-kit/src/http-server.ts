import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerUnreadable, answerUnreadableAddress } from "./answer-unreadable.ts";

/** A client that sends slowly is cut off; an idle connection outlives those of a proxy, which would else race with the close. */
const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_TIMEOUT_MS = 65_000;
const CHECK_EVERY_MS = 5_000;

export interface HttpServer {
  readonly server: Server;
  /** Opens the port (0: any free one) and resolves to it; rejects when it is taken. */
  listen(port: number, host: string): Promise<number>;
  /** Requests that have no answer yet. */
  inHand(): number;
  /** Takes no new connection and resolves when every request that came has its answer. Sockets that were upgraded are not waited for. */
  finish(): Promise<void>;
}

export interface HttpTimeouts {
  readonly headersMs?: number;
  readonly requestMs?: number;
  readonly checkEveryMs?: number;
}

const lastOfItsConnection = (res: ServerResponse): void => {
  if (!res.headersSent) res.setHeader("connection", "close");
};

const hasAddress = ({ url }: IncomingMessage): boolean => URL.canParse(url ?? "", "http://here");

/** Knows the requests in hand, so that a shutdown can wait for them and for nothing else. */
export function createHttpServer(listener: RequestListener, timeouts: HttpTimeouts = {}): HttpServer {
  const server = createServer({ connectionsCheckingInterval: timeouts.checkEveryMs ?? CHECK_EVERY_MS });
  server.headersTimeout = timeouts.headersMs ?? HEADERS_TIMEOUT_MS;
  server.requestTimeout = timeouts.requestMs ?? REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_TIMEOUT_MS;
  const inHand = new Set<ServerResponse>();
  let finishing = false;
  let allAnswered = () => {};
  server.on("request", (_req, res) => {
    inHand.add(res);
    if (finishing) lastOfItsConnection(res);
    res.once("close", () => {
      inHand.delete(res);
      if (inHand.size === 0) allAnswered();
    });
  });
  server.on("request", (req, res) => (hasAddress(req) ? listener(req, res) : answerUnreadableAddress(res)));
  server.on("clientError", answerUnreadable);
  return {
    server,
    inHand: () => inHand.size,
    async listen(port, host) {
      server.listen(port, host);
      await once(server, "listening");
      return (server.address() as AddressInfo).port;
    },
    async finish() {
      finishing = true;
      server.close();
      inHand.forEach(lastOfItsConnection);
      if (inHand.size > 0) await new Promise<void>((resolve) => (allAnswered = resolve));
      server.closeIdleConnections();
    },
  };
}
