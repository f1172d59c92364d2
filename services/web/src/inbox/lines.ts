import type { Notification, NotificationContent, NotificationKind } from "@rialto/contracts/gateway/notifications";
import type { IconName } from "../shared/Icon.tsx";
import type { Tone } from "../shared/Pill.tsx";

interface Look {
  readonly icon: IconName;
  readonly tone: Tone;
  /** Where the thing is. */
  readonly to: string;
}

/** How each kind of notification looks, and where it leads. Its sentence is the message `told.<kind>`. */
export const looks: Record<NotificationKind, Look> = {
  matchAppeared: { icon: "spark", tone: "accent", to: "/now" },
  meetingRequested: { icon: "hourglass", tone: "warn", to: "/day" },
  meetingRequestDeclined: { icon: "cross", tone: "calm", to: "/day" },
  meetingRequestWithdrawn: { icon: "cross", tone: "calm", to: "/day" },
  meetingRequestExpired: { icon: "clock", tone: "calm", to: "/day" },
  meetingScheduled: { icon: "check", tone: "good", to: "/day" },
  meetingRescheduled: { icon: "clock", tone: "accent", to: "/day" },
  meetingCancelled: { icon: "cross", tone: "bad", to: "/day" },
  meetingMissed: { icon: "warn", tone: "bad", to: "/day" },
  schedulePublished: { icon: "day", tone: "accent", to: "/day" },
  scheduleUndone: { icon: "day", tone: "warn", to: "/day" },
  slotFreed: { icon: "clock", tone: "accent", to: "/now" },
  organizationVerified: { icon: "merchants", tone: "good", to: "/company" },
  organizationRejected: { icon: "warn", tone: "bad", to: "/company" },
  boothAssigned: { icon: "booth", tone: "good", to: "/booth" },
  boothReleased: { icon: "booth", tone: "warn", to: "/booth" },
  agreementSent: { icon: "pen", tone: "warn", to: "/company" },
  agreementReleased: { icon: "pen", tone: "good", to: "/company" },
  agreementRejected: { icon: "pen", tone: "bad", to: "/company" },
  ceremonyOpened: { icon: "stage", tone: "accent", to: "/stage" },
  certificateIssued: { icon: "plaque", tone: "good", to: "/certificate" },
};

/** Where this very notification leads. */
export function addressOf({ content }: Notification): string {
  switch (content.kind) {
    case "matchAppeared":
      return `/organizations/${content.other.organizationId}`;
    case "certificateIssued":
      return `/certificate/${content.verificationCode}`;
    default:
      return looks[content.kind].to;
  }
}

interface Words {
  readonly name: (text: { en?: string | undefined; zh?: string | undefined }) => string;
  readonly time: (instant: string) => string;
}

const rightToLeft = /[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc]/;

/** A name that runs from right to left, or holds marks that turn text around, turns only itself around. */
const apart = (text: string): string => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);

/** What the sentence of a notification is filled with. */
type Filling = { readonly [gap in "other" | "time" | "place" | "code" | "title" | "stage"]?: string };

export function wordsOf(content: NotificationContent, { name, time }: Words): Filling {
  return {
    ...("other" in content ? { other: apart(name(content.other.name)) } : {}),
    ...("startsAt" in content ? { time: time(content.startsAt) } : {}),
    ...("placeCode" in content ? { place: content.placeCode } : {}),
    ...("code" in content ? { code: content.code } : {}),
    ...("title" in content ? { title: apart(name(content.title)) } : {}),
    ...("stage" in content ? { stage: apart(name(content.stage)) } : {}),
  };
}
