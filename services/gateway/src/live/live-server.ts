import type { Server as HttpServer } from "node:http";
import { type Changed, type ClientToServer, Handshake, roomName, type ServerToClient } from "@rialto/contracts/gateway/realtime";
import type { AccessTokenClaims } from "@rialto/contracts/kernel/access-token";
import type { Logger } from "@rialto/service-kit/logger";
import { Server } from "socket.io";
import { tokenBucket } from "../domain/token-bucket.ts";
import { type AnsweringDeps, answerMessages } from "./answering.ts";
import { closeSlow, closeSocket, isBehind, type LiveSocket, type SocketData } from "./live-socket.ts";
import { InboxBehind } from "./resume.ts";
import { openSession, type SessionDeps } from "./session.ts";

export interface LiveServerDeps extends SessionDeps, AnsweringDeps {
  readonly server: HttpServer;
  readonly logger: Logger;
  /** Handshakes admitted per second; the others are told when to come again. */
  readonly handshakesPerSecond: number;
}

export interface LiveServer {
  /** Tells everybody who looks at the room. */
  changed(change: Changed): void;
  connections(): number;
  /** Asks every client to reconnect, spread over some time, and closes. */
  stop(): Promise<void>;
}

const RETRY_WITHIN_MS = 3_000;
const MOVE_WITHIN_MS = 5_000;
const LOOK_FOR_SLOW_EVERY_MS = 500;
/**
 * A line that is dead without a word, as in a hall's Wi-Fi, is noticed by both ends within the sum of the two. A person reads
 * old news as new for that long; a false alarm costs a replay of nothing.
 */
const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 10_000;
const MESSAGE_LIMIT_BYTES = 16 * 1_024;

const retryLater = (code: string, withinMs: number) =>
  Object.assign(new Error(code), { data: { code, retryAfterMs: 200 + Math.floor(Math.random() * withinMs) } });

/** The sockets of this replica: WebSocket only, so that no replica needs to see a client twice. */
export function createLiveServer(deps: LiveServerDeps): LiveServer {
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>(deps.server, {
    path: "/live",
    transports: ["websocket"],
    serveClient: false,
    maxHttpBufferSize: MESSAGE_LIMIT_BYTES,
    perMessageDeflate: false,
    connectTimeout: 10_000,
    pingInterval: PING_EVERY_MS,
    pingTimeout: PONG_WITHIN_MS,
    cleanupEmptyChildNamespaces: true,
  });
  const admission = tokenBucket(deps.handshakesPerSecond, deps.handshakesPerSecond);

  io.use(async (socket, next) => {
    if (!admission.take(Date.now())) return next(retryLater("TOO_MANY_REQUESTS", RETRY_WITHIN_MS));
    try {
      const claims = await claimsOf(deps, socket);
      if (claims !== undefined) socket.data.claims = claims;
      next();
    } catch {
      next(Object.assign(new Error("SIGN_IN_NEEDED"), { data: { code: "SIGN_IN_NEEDED" } }));
    }
  });

  io.on("connection", (socket) => {
    answerMessages(deps, socket);
    welcome(deps, socket).catch((error: unknown) => {
      if (!(error instanceof InboxBehind)) deps.logger.error({ err: error }, "could not open a session");
      closeSocket(socket, "moving", Math.floor(Math.random() * RETRY_WITHIN_MS));
    });
  });

  const watch = setInterval(() => {
    for (const socket of io.sockets.sockets.values()) if (isBehind(socket)) closeSlow(socket);
  }, LOOK_FOR_SLOW_EVERY_MS).unref();

  return {
    changed: (change) => void io.to(roomName(change.room)).emit("changed", change),
    connections: () => io.engine.clientsCount,
    async stop() {
      clearInterval(watch);
      for (const socket of io.sockets.sockets.values()) closeSocket(socket, "moving", Math.floor(Math.random() * MOVE_WITHIN_MS));
      io.engine.close();
    },
  };
}

async function claimsOf({ verifyToken, sessions }: LiveServerDeps, socket: LiveSocket): Promise<AccessTokenClaims | undefined> {
  const { token } = Handshake.parse(socket.handshake.auth);
  if (token === undefined) return undefined;
  const claims = await verifyToken(token);
  if (sessions.isRevoked(claims.sub, claims.epoch)) throw new Error("revoked");
  return claims;
}

async function welcome(deps: LiveServerDeps, socket: LiveSocket): Promise<void> {
  if (socket.data.claims === undefined) socket.emit("welcome", { resume: "upToDate", unread: 0 });
  else await openSession(deps, socket, socket.data.claims);
}
