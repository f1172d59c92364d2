import { z } from "zod";
import { defineEvent, defineTopic } from "../kernel/event.ts";
import { AccountId, derivedId, FairId, NotificationId } from "../kernel/ids.ts";
import { Instant } from "../kernel/values.ts";
import { NotificationContent } from "./notifications.ts";

/** The inbox keeps them longer. Keyed by recipient, so that the offset within its partition grows with every notification of a person: it is the cursor. */
export const notificationsTopic = defineTopic("gateway.notifications", { partitions: 12, keptDays: 7 });

const recipientId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0301";

export const notificationRaised = defineEvent({
  type: "gateway.notification-raised",
  version: 1,
  topic: notificationsTopic,
  key: "recipientId",
  description: "Something happened that concerns this person; its id derives from the event and the person, so it exists once",
  data: z.object({
    notificationId: NotificationId,
    recipientId: AccountId,
    fairId: FairId,
    occurredAt: Instant,
    content: NotificationContent,
  }),
  example: {
    notificationId: derivedId("notification", "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0e01", recipientId),
    recipientId,
    fairId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0001",
    occurredAt: "2026-08-02T04:00:00.050Z",
    content: {
      kind: "matchAppeared",
      other: { organizationId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0101", name: { en: "Lanhai Denim Works (example)" } },
      score: 0.72,
      reasons: [{ code: "hsHeading", points: 0.4, values: ["6203"] }],
    },
  },
});

export const gatewayEvents = [notificationRaised] as const;
