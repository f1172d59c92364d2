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

/** Unsent bytes that a connection may pile up before it counts as too slow: about a thousand notifications. */
const BUFFER_LIMIT_BYTES = 512 * 1_024;

/** Messages that engine.io holds back because the transport is not writable. */
const HELD_LIMIT = 2_000;

interface WebSocketTransport {
  socket?: { bufferedAmount?: number; terminate?: () => void };
}

/** engine.io's queue is public in its JavaScript and private in its types. */
const heldBack = (socket: LiveSocket): number => {
  const held: unknown = Reflect.get(socket.conn, "writeBuffer");
  return Array.isArray(held) ? held.length : 0;
};

const webSocketOf = (socket: LiveSocket) => (socket.conn.transport as WebSocketTransport).socket;

/** Whether the client reads too slowly to be served live. */
export const isBehind = (socket: LiveSocket): boolean =>
  (webSocketOf(socket)?.bufferedAmount ?? 0) > BUFFER_LIMIT_BYTES || heldBack(socket) > HELD_LIMIT;

/** A stalled client does not take part in a close: its connection is cut. */
const CLOSE_PATIENCE_MS = 1_000;

/** Says why, then closes. The client comes back after `retryAfterMs`, and with its cursor nothing is lost. */
export function closeSocket(socket: LiveSocket, reason: Closing["reason"], retryAfterMs = 0): void {
  const webSocket = webSocketOf(socket);
  socket.emit("closing", { reason, retryAfterMs });
  socket.disconnect(true);
  setTimeout(() => webSocket?.terminate?.(), CLOSE_PATIENCE_MS).unref();
}
