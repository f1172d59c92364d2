import type { Answer, ClientToServer } from "@rialto/contracts/gateway/realtime";
import { clientMessages, type Room, roomName } from "@rialto/contracts/gateway/realtime";
import { toPrincipal } from "@rialto/contracts/kernel/access-token";
import { Refusal } from "@rialto/contracts/kernel/refusal";
import type { VerifyToken } from "@rialto/service-kit/auth";
import { knownCursor } from "../domain/known-cursor.ts";
import { mayWatch } from "../domain/may-watch.ts";
import { tokenBucket } from "../domain/token-bucket.ts";
import type { Streams } from "../store/streams.ts";
import { closeSocket, type LiveSocket } from "./live-socket.ts";
import type { Sessions } from "./sessions.ts";

export interface AnsweringDeps {
  readonly verifyToken: VerifyToken;
  readonly sessions: Sessions;
  readonly streams: Streams;
  /** Of the notifications log, as cursors name it. */
  readonly epoch: number;
}

/** Messages a client may send: on average, and at once. A client of ours sends a few a minute. */
const MESSAGES = { perSecond: 10, burst: 40 } as const;
const ROOMS_LIMIT = 100;

const ok: Answer = { ok: true };
const no = (code: string): Answer => ({ ok: false, code });

type Handlers = { [Name in keyof typeof clientMessages]: (message: never) => Promise<Answer> | Answer };

const handlersFor = ({ verifyToken, sessions, streams, epoch }: AnsweringDeps, socket: LiveSocket) =>
  ({
    async acknowledge({ cursor }: { cursor: string }) {
      if (socket.data.claims === undefined) return no("SIGN_IN_NEEDED");
      knownCursor(cursor, epoch);
      await streams.delivered(socket.data.claims.sub, cursor);
      return ok;
    },
    watch({ rooms }: { rooms: Room[] }) {
      const principal = socket.data.claims && toPrincipal(socket.data.claims);
      if (!rooms.every((room) => mayWatch(room, principal))) return no("FORBIDDEN");
      if (socket.rooms.size + rooms.length > ROOMS_LIMIT) return no("TOO_MANY_ROOMS");
      socket.join(rooms.map(roomName));
      return ok;
    },
    unwatch({ rooms }: { rooms: Room[] }) {
      for (const room of rooms) socket.leave(roomName(room));
      return ok;
    },
    async authenticate({ token }: { token: string }) {
      const claims = await verifyToken(token);
      if (claims.sub !== socket.data.claims?.sub || sessions.isRevoked(claims.sub, claims.epoch)) return no("FORBIDDEN");
      socket.data.renew?.(claims);
      return ok;
    },
  }) satisfies Handlers;

/** Answers a client's messages: parsed, limited in rate, and never with more than a code. */
export function answerMessages(deps: AnsweringDeps, socket: LiveSocket): void {
  const bucket = tokenBucket(MESSAGES.perSecond, MESSAGES.burst);
  const handlers = handlersFor(deps, socket);
  socket.use((_event, next) => {
    if (bucket.take(Date.now())) return next();
    closeSocket(socket, "tooManyMessages", 5_000);
  });
  for (const name of Object.keys(clientMessages) as (keyof ClientToServer)[]) {
    const listener = async (message: unknown, answer: unknown) => {
      const reply = typeof answer === "function" ? (answer as (answer: Answer) => void) : () => {};
      const parsed = clientMessages[name].safeParse(message);
      if (!parsed.success) return reply(no("INVALID_INPUT"));
      const handled = async () => handlers[name](parsed.data as never);
      reply(await handled().catch(refused));
    };
    // The listener's own parsing stands between the wire and the declared type.
    socket.on(name, listener as never);
  }
}

const refused = (error: unknown): Answer => no(error instanceof Refusal ? error.code : "INTERNAL");
