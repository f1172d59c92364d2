import { z } from "zod";
import { FairId } from "../kernel/ids.ts";
import { defineOperation, only } from "../kernel/operation.ts";
import { atFair, signedIn } from "../kernel/policy.ts";
import { Instant } from "../kernel/values.ts";
import { notificationRaised } from "./events.ts";
import { Cursor, Notification } from "./notifications.ts";
import { gatewayRefusals } from "./refusals.ts";

const { recipientId: _, ...told } = notificationRaised.example;
const example = { ...told, cursor: "k0001.00000000000000000042" };

export const listNotifications = defineOperation({
  id: "listNotifications",
  context: "gateway",
  method: "get",
  path: "/notifications",
  summary: "What the caller was told, newest first, with how far it has been read",
  policy: signedIn,
  query: z.strictObject({ before: Cursor.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  result: z.object({
    items: z.array(Notification),
    /** Ask again with `before` set to it; absent: this was the last page. */
    nextBefore: Cursor.optional(),
    /** The last notification seen; absent: none yet. */
    readCursor: Cursor.optional(),
    /** Counted up to 1,000. */
    unread: z.int().min(0).max(1_000),
  }),
  refusals: only(gatewayRefusals, "CURSOR_UNKNOWN"),
  example: { query: { limit: 50 }, result: { items: [example], unread: 1 } },
});

export const markNotificationsRead = defineOperation({
  id: "markNotificationsRead",
  context: "gateway",
  method: "post",
  path: "/notifications/read",
  summary: "The caller has seen everything up to this cursor",
  policy: signedIn,
  body: z.strictObject({ cursor: Cursor }),
  result: z.object({ readCursor: Cursor, unread: z.int().min(0).max(1_000) }),
  refusals: only(gatewayRefusals, "CURSOR_UNKNOWN"),
  example: { body: { cursor: example.cursor }, result: { readCursor: example.cursor, unread: 0 } },
});

export const countNotifications = defineOperation({
  id: "countNotifications",
  context: "gateway",
  method: "get",
  path: "/fairs/:fairId/notification-counts",
  summary: "How much the people of a fair have been told: in the last two months, and in the last hour",
  policy: atFair("organizer", "zoneManager"),
  params: z.object({ fairId: FairId }),
  result: z.object({ at: Instant, sent: z.int().min(0), lastHour: z.int().min(0) }),
  example: {
    params: { fairId: told.fairId },
    result: { at: told.occurredAt, sent: 4_210, lastHour: 312 },
  },
});

export const gatewayOperations = { listNotifications, markNotificationsRead, countNotifications } as const;
