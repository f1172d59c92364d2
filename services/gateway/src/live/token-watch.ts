import type { AccessTokenClaims } from "@rialto/contracts/kernel/access-token";
import { closeSocket, type LiveSocket } from "./live-socket.ts";

/** The client is asked for a new token so long before the old one ends. */
const ASK_BEFORE_MS = 60_000;

/** Asks for a new token in time, and closes the connection when it ends without one. */
export function watchToken(socket: LiveSocket, claims: AccessTokenClaims) {
  let timers: NodeJS.Timeout[] = [];
  const stop = () => timers.forEach(clearTimeout);
  const watch = ({ exp }: AccessTokenClaims) => {
    stop();
    const left = exp * 1_000 - Date.now();
    const ask = () => socket.emit("tokenExpiring", { expiresAt: new Date(exp * 1_000).toISOString() });
    timers = [setTimeout(ask, Math.max(0, left - ASK_BEFORE_MS)), setTimeout(() => closeSocket(socket, "tokenExpired"), left)];
  };
  socket.data.claims = claims;
  watch(claims);
  socket.data.renew = (renewed) => {
    socket.data.claims = renewed;
    watch(renewed);
  };
  return { stop };
}
