import type { LiveClient, LiveStatus } from "@rialto/client/live-types";
import type { Notification } from "@rialto/contracts/gateway/notifications";
import type { Room } from "@rialto/contracts/gateway/realtime";
import { account, session } from "../session/session.ts";
import { createSignal } from "../shared/signal.ts";
import { follower } from "./follower.ts";
import { joinGroup, type Member, type News } from "./group.ts";

const ASK_EVERY_MS = 15_000;

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

/** The tab that leads may change between a message and its receipt: what came twice is heard once. */
const heard = new Set<string>();

const hearing: { readonly [Is in News["is"]]: (news: Extract<News, { is: Is }>) => void } = {
  notification({ notification, isCounted }) {
    if (heard.has(notification.notificationId)) return;
    heard.add(notification.notificationId);
    if (!isCounted) unread.set(unread.get() + 1);
    for (const listener of listeners) listener(notification);
    follower.changed("notification");
  },
  changed: ({ entity }) => follower.changed(entity),
  status: ({ status }) => noteStatus(status),
  unread: ({ count }) => unread.set(count),
  reconnected: () => follower.everythingChanged(),
  reset: () => follower.changed("notification"),
};

const hear = <Is extends News["is"]>(news: Extract<News, { is: Is }>): void => hearing[news.is as Is](news);

async function open(tell: (news: News) => void): Promise<LiveClient> {
  const { createLiveClient } = await import("@rialto/client/live-client");
  const cursor = account.get() === undefined ? null : localStorage.getItem(cursorKey());
  return createLiveClient({
    baseUrl: window.location.origin,
    getAccessToken: session.accessToken,
    renewAccessToken: session.renew,
    ...(cursor === null ? {} : { cursor }),
    onNotification: (notification, isCounted) => tell({ is: "notification", notification, isCounted }),
    onCursor: (next) => localStorage.setItem(cursorKey(), next),
    onChanged: ({ entity }) => tell({ is: "changed", entity }),
    onReconnected: () => tell({ is: "reconnected" }),
    onReset: () => tell({ is: "reset" }),
    onUnread: (count) => tell({ is: "unread", count }),
    onStatus: (status) => tell({ is: "status", status }),
    onRevoked: () => void session.renew(),
  });
}

let current: { readonly member: Member; readonly account: string | undefined } | undefined;

/** The connection of whoever is signed in now, shared by this browser's tabs; another person gets another one. */
function live(): Member {
  if (current !== undefined && current.account === account.get()) return current.member;
  current?.member.leave();
  unread.set(0);
  current = { member: joinGroup({ name: `rialto.live.${account.get() ?? "nobody"}`, open, hear }), account: account.get() };
  return current.member;
}

/** Opens the connection; harmless when it is open. */
export const startLive = (): void => void live();

/** The person has looked at everything: no tab counts it any more. */
export const seenAll = (): void => live().tell({ is: "unread", count: 0 });

/** Watches rooms until the returned function is called. */
export function watch(rooms: readonly Room[]): () => void {
  const member = live();
  member.watch(rooms);
  return () => member.unwatch(rooms);
}

const comeBack = (): void => current?.member.comeBack();
window.addEventListener("online", comeBack);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") comeBack();
});
// A tab that leads may be put to sleep without a word; somebody who looks at another one must not wait for what it hears.
setInterval(() => {
  if (document.visibilityState === "visible") comeBack();
}, ASK_EVERY_MS);
