import type { ClientToServer, Closing, ServerToClient } from "@rialto/contracts/gateway/realtime";
import type { AccessTokenClaims } from "@rialto/contracts/kernel/access-token";
import type { Socket } from "socket.io";

/** What the gateway remembers of a connection; nothing of it is needed to come back. */
export interface SocketData {
  /** Absent: nobody is signed in on this connection. */
  claims?: AccessTokenClaims;
  /** A new token of the same person. */
  renew?: (claims: AccessTokenClaims) => void;
}

export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** Characters that may wait for a client: a replay of a thousand notifications fits in well. */
const WAITING_LIMIT = 2_000_000;

interface WebSocketTransport {
  socket?: { terminate?: () => void };
}

const webSocketOf = (socket: LiveSocket) => (socket.conn.transport as WebSocketTransport).socket;

/** What engine.io holds back because the client does not take it; the queue is public in its JavaScript, private in its types. */
function waiting(socket: LiveSocket): number {
  const queue = Reflect.get(socket.conn, "writeBuffer") as readonly { data?: unknown }[];
  return queue.reduce((sum, { data }) => sum + (typeof data === "string" ? data.length : 0), 0);
}

/** Whether the client reads too slowly to be served live. One that does not read at all is also found by the heartbeat. */
export const isBehind = (socket: LiveSocket): boolean => waiting(socket) > WAITING_LIMIT;

/** A stalled client does not take part in a close: its connection is cut. */
const CLOSE_PATIENCE_MS = 1_000;

/** Says why, then closes. The client comes back after `retryAfterMs`, and with its cursor nothing is lost. */
export function closeSocket(socket: LiveSocket, reason: Closing["reason"], retryAfterMs = 0): void {
  const webSocket = webSocketOf(socket);
  socket.emit("closing", { reason, retryAfterMs });
  socket.disconnect(true);
  setTimeout(() => webSocket?.terminate?.(), CLOSE_PATIENCE_MS).unref();
}

/** Slow clients come back spread over this time. */
const COME_BACK_WITHIN_MS = 2_000;

export const closeSlow = (socket: LiveSocket): void =>
  closeSocket(socket, "slow", Math.floor(Math.random() * COME_BACK_WITHIN_MS));
