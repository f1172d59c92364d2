import { createLiveClient } from "@rialto/client/live-client";
import type { ClientSession } from "@rialto/client/session";
import type { Notification, NotificationContent, NotificationKind } from "@rialto/contracts/gateway/notifications";
import { eventually } from "@rialto/testing/eventually";
import { PATIENCE_MS } from "./insist.ts";

type ContentOf<Kind extends NotificationKind> = Extract<NotificationContent, { kind: Kind }>;

/** Somebody with an open page: hears everything that the person is told, live, over every break. */
export interface Listener {
  /** All that was heard, in the order in which it was handed over. */
  readonly heard: readonly Notification[];
  /** What must never happen: a reset, or something that could not be read. */
  readonly complaints: readonly string[];
  /** The last one of this kind, once there are so many of them. */
  awaits<Kind extends NotificationKind>(kind: Kind, count?: number): Promise<ContentOf<Kind>>;
  /** As a browser does when its network is back. */
  reconnectNow(): void;
  stop(): Promise<void>;
}

/** Resolves once the connection stands. */
export async function listen(who: string, session: ClientSession, baseUrl: string): Promise<Listener> {
  const heard: Notification[] = [];
  const complaints: string[] = [];
  const live = createLiveClient({
    baseUrl,
    getAccessToken: session.accessToken,
    renewAccessToken: session.renew,
    onNotification: (notification) => void heard.push(notification),
    onReset: () => void complaints.push(`${who} was reset`),
    onError: (error) => void complaints.push(`${who} could not read: ${String(error)}`),
  });
  live.start();
  await eventually(`${who} is connected`, () => live.status() === "live", { timeoutMs: PATIENCE_MS });
  return {
    heard,
    complaints,
    async awaits<Kind extends NotificationKind>(kind: Kind, count = 1) {
      const ofKind = () =>
        heard.map(({ content }) => content).filter((content): content is ContentOf<Kind> => content.kind === kind);
      const told = () => `heard only ${heard.map(({ content }) => content.kind).join(", ") || "nothing"}`;
      const found = await eventually(`${who} hears ${kind}`, () => ofKind()[count - 1], { timeoutMs: PATIENCE_MS }).catch(
        (cause: unknown) => {
          throw new Error(`${who} waited for ${kind} in vain and ${told()}; ${complaints.join("; ")}`, { cause });
        },
      );
      return found as ContentOf<Kind>;
    },
    reconnectNow: live.reconnectNow,
    stop: live.stop,
  };
}
