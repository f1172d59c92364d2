import { notificationRaised } from "@rialto/contracts/gateway/events";
import { type Reaction, react } from "@rialto/messaging/bus";
import { cursorAt } from "../domain/cursor.ts";
import type { Inbox } from "../store/inbox.ts";
import type { Positions } from "../store/positions.ts";

/** The inbox first, then how far it has come: a position never speaks of something that is not there. */
export const whenNotificationRaisedKeepIt = (inbox: Inbox, positions: Positions, epoch: Promise<number>): Reaction =>
  react(notificationRaised, "gateway.keep-notification", async (notification, { position }) => {
    await inbox.keep(notification, cursorAt(await epoch, position.offset));
    await positions.advance(position.partition, position.offset);
  });
