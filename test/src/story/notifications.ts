import type { Notification, NotificationKind } from "@rialto/contracts/gateway/notifications";
import { listNotifications } from "@rialto/contracts/gateway/operations";
import type { Story } from "../story.ts";
import type { Participant } from "./take-part.ts";

/** Each person is told exactly this, in this order: who acts is not told what they did. */
export const expectedKinds = {
  exhibitor: [
    "organizationVerified",
    "boothAssigned",
    "matchAppeared",
    "meetingRequested",
    "meetingRequested",
    "agreementReleased",
    "ceremonyOpened",
    "certificateIssued",
  ],
  buyer: ["organizationVerified", "matchAppeared", "meetingScheduled", "agreementSent", "ceremonyOpened", "certificateIssued"],
  rival: ["organizationVerified", "meetingRequestDeclined"],
} as const satisfies Record<string, readonly NotificationKind[]>;

const kindsOf = (notifications: readonly Notification[]) => notifications.map(({ content }) => content.kind);

const growing = (notifications: readonly Notification[]) =>
  notifications.every(({ cursor }, index) => index === 0 || cursor > (notifications[index - 1]?.cursor ?? ""));

async function inboxOf(person: Participant): Promise<Notification[]> {
  const { items } = await person.does(listNotifications, { query: { limit: 200 } });
  return items.toReversed();
}

/** What one person heard live and what the inbox holds, ready to be compared. */
async function toldTo(person: Participant) {
  const inbox = await inboxOf(person);
  return {
    live: kindsOf(person.ears.heard),
    inbox: kindsOf(inbox),
    cursorsGrow: growing(person.ears.heard),
    sameIds:
      person.ears.heard.map(({ notificationId }) => notificationId).join() === inbox.map((one) => one.notificationId).join(),
    complaints: person.ears.complaints,
  };
}

export async function notificationsOf({ exhibitor, buyer, rival }: Story) {
  return { exhibitor: await toldTo(exhibitor), buyer: await toldTo(buyer), rival: await toldTo(rival) };
}

const expected = (kinds: readonly NotificationKind[]) => ({
  live: kinds,
  inbox: kinds,
  cursorsGrow: true,
  sameIds: true,
  complaints: [],
});

export const expectedNotifications = {
  exhibitor: expected(expectedKinds.exhibitor),
  buyer: expected(expectedKinds.buyer),
  rival: expected(expectedKinds.rival),
};
