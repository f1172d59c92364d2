import { events } from "@rialto/contracts/event-catalog";
import { notificationRaised } from "@rialto/contracts/gateway/events";
import { type Bus, type Reaction, react } from "@rialto/messaging/bus";
import { noticesOf } from "../domain/notices.ts";
import { organizationsIn, raise } from "../domain/raise.ts";
import type { DirectoryStore } from "../store/directory.ts";

/**
 * Every event that concerns people becomes one message per person on the notifications topic. Delivered twice, it publishes
 * the same ids again; the inbox and every replica's feed keep the first.
 */
export const whenItConcernsPeopleRaiseNotifications = (bus: Bus, directory: DirectoryStore): Reaction[] =>
  events
    .filter((definition) => definition !== notificationRaised)
    .map((definition) =>
      react(definition, "gateway.raise-notifications", async (event) => {
        const notices = noticesOf(event);
        if (notices.length === 0) return;
        const notifications = raise(event, await directory.lookUp(organizationsIn(notices)));
        if (notifications.length > 0) await bus.publish(notifications);
      }),
    );
