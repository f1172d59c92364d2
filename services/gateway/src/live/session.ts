import { Handshake, type Welcome } from "@rialto/contracts/gateway/realtime";
import type { AccessTokenClaims } from "@rialto/contracts/kernel/access-token";
import { UNREAD_LIMIT } from "../deps.ts";
import { beginningOf } from "../domain/cursor.ts";
import { recipientStream } from "../domain/recipient-stream.ts";
import type { Inbox } from "../store/inbox.ts";
import type { Streams } from "../store/streams.ts";
import { closeSlow, closeSocket, type LiveSocket } from "./live-socket.ts";
import type { NotificationFeed } from "./notification-feed.ts";
import { type ResumeDeps, type Resumed, resume } from "./resume.ts";
import type { Session, Sessions } from "./sessions.ts";
import { watchToken } from "./token-watch.ts";

export interface SessionDeps extends ResumeDeps {
  readonly sessions: Sessions;
  readonly feed: NotificationFeed;
  readonly streams: Streams;
  readonly inbox: Inbox;
}

/**
 * A person's connection: joins the live feed first and then reads what was missed, so that nothing falls between. Resolves
 * when the stream runs; rejects with `InboxBehind`.
 */
export async function openSession(deps: SessionDeps, socket: LiveSocket, claims: AccessTokenClaims): Promise<void> {
  const { cursor } = Handshake.parse(socket.handshake.auth);
  const accountId = claims.sub;
  const stream = recipientStream(
    {
      send: (notification) => void socket.emit("notification", notification),
      overflow: () => closeSlow(socket),
    },
    cursor ?? beginningOf(deps.epoch),
  );
  const token = watchToken(socket, claims);
  const session: Session = {
    accountId,
    offer: stream.offer,
    epoch: () => socket.data.claims?.epoch ?? claims.epoch,
    revoke: () => closeSocket(socket, "revoked"),
  };
  deps.sessions.add(session);
  socket.once("disconnect", () => {
    deps.sessions.remove(session);
    token.stop();
  });

  if (deps.sessions.isRevoked(accountId, claims.epoch)) return session.revoke();
  const resumed = await resume(deps, accountId, cursor, deps.feed.position());
  socket.emit("welcome", await welcomeFor(deps, claims, resumed));
  stream.caughtUp(resumed.missed, resumed.resume === "replay" ? undefined : resumed.cursor);
}

async function welcomeFor({ streams, inbox, epoch }: SessionDeps, claims: AccessTokenClaims, resumed: Resumed): Promise<Welcome> {
  const { read } = await streams.marksOf(claims.sub);
  const unread = await inbox.countAfter(claims.sub, read ?? beginningOf(epoch), UNREAD_LIMIT, resumed.cursor);
  const tokenExpiresAt = new Date(claims.exp * 1_000).toISOString();
  return { accountId: claims.sub, resume: resumed.resume, cursor: resumed.cursor, unread, tokenExpiresAt };
}
