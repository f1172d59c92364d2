import type { Notification } from "@rialto/contracts/gateway/notifications";
import type { Changed, ClientToServer, Room, ServerToClient } from "@rialto/contracts/gateway/realtime";
import type { Socket } from "socket.io-client";

export type LiveStatus = "connecting" | "live" | "waiting" | "stopped";

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

export interface LiveClientOptions {
  /** The gateway: `https://fair.example`. */
  readonly baseUrl: string;
  /** Nothing: the socket may watch public rooms only. */
  readonly getAccessToken?: () => Promise<string | undefined> | string | undefined;
  /** Asked when the server wants a new token or refused the old one; nothing: we go on without. */
  readonly renewAccessToken?: (refused: string | undefined) => Promise<string | undefined>;
  /** The last cursor that was handled before, kept by the caller; absent on a first visit. */
  readonly cursor?: string;
  /**
   * Each notification once and in order, one at a time. When it rejects, the notification comes again. `isCounted`: it was missed
   * before, and the last `onUnread` has it already.
   */
  readonly onNotification?: (notification: Notification, isCounted: boolean) => Promise<void> | void;
  /** Everything up to this cursor has been handled: keep it. */
  readonly onCursor?: (cursor: string) => void;
  /** Something that is looked at has changed: fetch it again unless what is shown is as new. */
  readonly onChanged?: (changed: Changed) => void;
  /** The connection is back after a break: fetch again all that is shown. */
  readonly onReconnected?: () => void;
  /** Too much was missed, or the cursor is not usable: read the inbox anew; what follows comes live. */
  readonly onReset?: () => void;
  /** What the person has not looked at, told at each connection. */
  readonly onUnread?: (unread: number) => void;
  readonly onStatus?: (status: LiveStatus) => void;
  /** The person's sessions were ended: nothing more will come. */
  readonly onRevoked?: () => void;
  /** What a callback of the caller threw, for its log. */
  readonly onError?: (error: unknown) => void;
  /** 0 to 1, for waiting times. */
  readonly random?: () => number;
}

export interface LiveClient {
  start(): void;
  /** Comes back at once instead of waiting: the network is there again, or somebody looks. */
  reconnectNow(): void;
  /** Says up to where everything was handled, and closes. */
  stop(): Promise<void>;
  /** Watches rooms, over reconnects too. Resolves to whether the server allows it; `false` also while there is no connection. */
  watch(...rooms: Room[]): Promise<boolean>;
  unwatch(...rooms: Room[]): void;
  status(): LiveStatus;
  cursor(): string | undefined;
}
