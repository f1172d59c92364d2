import type { LiveClient, LiveStatus } from "@rialto/client/live-types";
import type { Notification } from "@rialto/contracts/gateway/notifications";
import type { Room } from "@rialto/contracts/gateway/realtime";
import { account, session } from "../session/session.ts";
import { createSignal } from "../shared/signal.ts";
import { follower } from "./follower.ts";

/** How this tab is connected. */
export const liveStatus = createSignal<LiveStatus>("stopped");
/** What the person has not looked at yet. */
export const unread = createSignal(0);
/** Milliseconds since 1970 from which on what is shown may be old; `undefined`: it is live. */
export const staleSince = createSignal<number | undefined>(undefined);

type Listener = (notification: Notification) => void;
const listeners = new Set<Listener>();

/** Calls the listener for each notification that arrives from now on; returns how to stop that. */
export function onNotification(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const cursorKey = () => `rialto.cursor.${account.get()}`;

function noteStatus(status: LiveStatus): void {
  liveStatus.set(status);
  if (status === "live") staleSince.set(undefined);
  else if (staleSince.get() === undefined) staleSince.set(Date.now());
}

async function connect(): Promise<LiveClient> {
  const { createLiveClient } = await import("@rialto/client/live-client");
  const cursor = account.get() === undefined ? null : localStorage.getItem(cursorKey());
  const client = createLiveClient({
    baseUrl: window.location.origin,
    getAccessToken: session.accessToken,
    renewAccessToken: session.renew,
    ...(cursor === null ? {} : { cursor }),
    onNotification(notification) {
      unread.set(unread.get() + 1);
      for (const listener of listeners) listener(notification);
      follower.changed("notification");
    },
    onCursor: (next) => localStorage.setItem(cursorKey(), next),
    onChanged: ({ entity }) => follower.changed(entity),
    onReconnected: follower.everythingChanged,
    onReset: () => follower.changed("notification"),
    onUnread: unread.set,
    onStatus: noteStatus,
    onRevoked: () => void session.renew(),
  });
  client.start();
  return client;
}

let current: { client: Promise<LiveClient>; account: string | undefined } | undefined;

/** The connection of whoever is signed in now; another person gets another one. */
function live(): Promise<LiveClient> {
  if (current !== undefined && current.account === account.get()) return current.client;
  void current?.client.then((client) => client.stop());
  unread.set(0);
  current = { client: connect(), account: account.get() };
  return current.client;
}

/** Opens the connection; harmless when it is open. */
export const startLive = (): void => void live();

/** Watches rooms until the returned function is called. */
export function watch(rooms: readonly Room[]): () => void {
  const watching = live();
  void watching.then((client) => client.watch(...rooms));
  return () => void watching.then((client) => client.unwatch(...rooms));
}

const comeBack = (): void => void current?.client.then((client) => client.reconnectNow());
window.addEventListener("online", comeBack);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") comeBack();
});
