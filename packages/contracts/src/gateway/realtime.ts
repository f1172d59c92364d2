import { z } from "zod";
import { AccountId, CeremonyId, FairId, OrganizationId } from "../kernel/ids.ts";
import { Instant } from "../kernel/values.ts";
import { Cursor, Notification } from "./notifications.ts";

/**
 * The language of the sockets (Socket.IO, namespace `/`, path `/live`). Two kinds of message matter: a `notification`
 * concerns the person and is never lost, repeated or out of order; `changed` tells an open screen to fetch again.
 */

/** `auth` of the handshake. Without a token a socket may watch public rooms only. */
export const Handshake = z.strictObject({
  token: z.string().max(8_192).optional(),
  /** The last cursor this client has handled; absent on a first visit. */
  cursor: Cursor.optional(),
});
export type Handshake = z.infer<typeof Handshake>;

/** What an open screen can look at. */
export const Room = z
  .discriminatedUnion("kind", [
    /** Halls, zones, booths, slots of a fair: everybody with a role at the fair. */
    z.strictObject({ kind: z.literal("floor"), fairId: FairId }),
    /** Requests, meetings, recommendations, offers, needs, agreements of one organization: its people and the organizers. */
    z.strictObject({ kind: z.literal("organization"), fairId: FairId, organizationId: OrganizationId }),
    /** Everything at a fair: organizers. */
    z.strictObject({ kind: z.literal("fair"), fairId: FairId }),
    /** What is on stage: everybody, also without an account. */
    z.strictObject({ kind: z.literal("ceremony"), fairId: FairId, ceremonyId: CeremonyId }),
    /** Which ceremonies there are: everybody, also without an account. */
    z.strictObject({ kind: z.literal("stage"), fairId: FairId }),
  ])
  .meta({ title: "Room" });
export type Room = z.infer<typeof Room>;

export const Changed = z
  .object({
    room: Room,
    entity: z.enum([
      "fair",
      "booth",
      "organization",
      "offer",
      "need",
      "recommendations",
      "preference",
      "meeting",
      "scheduleRun",
      "agreement",
      "ceremony",
      "certificate",
    ]),
    id: z.uuid(),
    /** Position of the change in the thing's own history; older than what a screen shows means nothing to do. */
    version: z.int().min(1),
  })
  .meta({ title: "Changed" });
export type Changed = z.infer<typeof Changed>;

export const Welcome = z
  .object({
    accountId: AccountId.optional(),
    /** `replay`: everything missed follows; `upToDate`: nothing was missed; `reset`: the cursor is not usable, read the inbox anew. */
    resume: z.enum(["replay", "upToDate", "reset"]),
    /** The stream's end when the socket joined; with `reset`, continue from here after reading the inbox. */
    cursor: Cursor.optional(),
    /** What the person has not looked at, up to `cursor`: what is replayed is counted, what follows it is not. */
    unread: z.int().min(0),
    tokenExpiresAt: Instant.optional(),
  })
  .meta({ title: "Welcome" });
export type Welcome = z.infer<typeof Welcome>;

export const Closing = z
  .object({
    /** `tokenExpired` and `revoked`: sign in again. `slow`: the client did not keep up, reconnect and replay. `moving`: this server stops. */
    reason: z.enum(["tokenExpired", "revoked", "slow", "moving", "tooManyMessages"]),
    /** Wait so long before reconnecting; spread over all clients so that they do not come at once. */
    retryAfterMs: z.int().min(0),
  })
  .meta({ title: "Closing" });
export type Closing = z.infer<typeof Closing>;

const refusalAnswer = z.object({ ok: z.literal(false), code: z.string() });
const accepted = z.object({ ok: z.literal(true) });
export const Answer = z.discriminatedUnion("ok", [accepted, refusalAnswer]).meta({ title: "Answer" });
export type Answer = z.infer<typeof Answer>;

/** Server to client. */
export const serverMessages = {
  welcome: Welcome,
  notification: Notification,
  changed: Changed,
  /** The token ends soon: send `authenticate` with a new one, or the socket is closed when it ends. */
  tokenExpiring: z.object({ expiresAt: Instant }),
  closing: Closing,
} as const;

/** Client to server; each is answered with `Answer` through the Socket.IO acknowledgement. */
export const clientMessages = {
  /** Everything up to this cursor has been handled. A high-water mark, sent now and then rather than each time. */
  acknowledge: z.strictObject({ cursor: Cursor }),
  watch: z.strictObject({ rooms: z.array(Room).min(1).max(50) }),
  unwatch: z.strictObject({ rooms: z.array(Room).min(1).max(50) }),
  authenticate: z.strictObject({ token: z.string().max(8_192) }),
} as const;

/** The name of a room, the same in every replica. */
export function roomName(room: Room): string {
  switch (room.kind) {
    case "floor":
    case "fair":
    case "stage":
      return `${room.kind}:${room.fairId}`;
    case "organization":
      return `organization:${room.fairId}:${room.organizationId}`;
    case "ceremony":
      return `ceremony:${room.fairId}:${room.ceremonyId}`;
  }
}

export type ServerToClient = {
  [Name in keyof typeof serverMessages]: (message: z.output<(typeof serverMessages)[Name]>) => void;
};
export type ClientToServer = {
  [Name in keyof typeof clientMessages]: (
    message: z.input<(typeof clientMessages)[Name]>,
    answer: (answer: Answer) => void,
  ) => void;
};
