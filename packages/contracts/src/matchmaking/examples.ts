import type { z } from "zod";
import { organizationRegistered } from "../registry/events.ts";
import { fairPlanned } from "../venue/events.ts";
import { meetingScheduled, recommendationsChanged } from "./events.ts";
import type { LiveCounters, MeetingView, RecommendationView } from "./views.ts";

const { meetingId, fairId, requester, recipient, place } = meetingScheduled.example;
const slot = fairPlanned.example.slots[0]!;
const zoneId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0701";

const request: MeetingView = {
  meetingId,
  version: 1,
  fairId,
  status: "pending",
  requester: {
    organizationId: requester.organizationId,
    name: { en: "Costa Verde Moda (example)" },
    country: "BR",
    role: "buyer",
    person: { representativeId: requester.representativeId, name: { en: "Ana Prado (example)" } },
  },
  recipient: {
    organizationId: recipient.organizationId,
    name: { en: "Lanhai Denim Works (example)", zh: "蓝海牛仔（示例）" },
    country: "CN",
    role: "exhibitor",
  },
  yourSide: "requester",
  proposedSlotIds: ["d1-0930", "d1-1000"],
  message: "We look for 20,000 pairs of men's jeans a season.",
  requestedAt: "2026-08-10T02:00:00.000Z",
  expiresAt: "2026-08-11T02:00:00.000Z",
  checkedIn: [],
  noShows: [],
};

const meeting: MeetingView = {
  ...request,
  version: 2,
  status: "scheduled",
  recipient: {
    ...request.recipient,
    person: { representativeId: recipient.representativeId, name: { en: "Lin Yue (example)", zh: "林悦（示例）" } },
  },
  yourSide: "recipient",
  slot,
  place,
};

const recommendation: z.input<typeof RecommendationView> = {
  ...recommendationsChanged.example.entered[0]!,
  profile: organizationRegistered.example.profile,
  offers: [{ id: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0401", title: { en: "Stretch denim trousers for men", zh: "男士弹力牛仔裤" } }],
  needs: [],
  preference: "mustMeet",
  meeting: { meetingId, status: "pending" },
};

const counters: z.input<typeof LiveCounters> = {
  at: "2026-09-01T02:05:00.000Z",
  openRequests: 12,
  scheduled: 40,
  held: 9,
  missed: 1,
  cancelled: 3,
  zones: [
    {
      zoneId,
      name: { en: "Cross-border merchant resources", zh: "跨境商家资源" },
      scheduled: 40,
      held: 9,
      missed: 1,
      seats: 120,
    },
  ],
  occupancy: [{ slotId: slot.slotId, zoneId, meetings: 9 }],
  slots: [{ ...slot, scheduled: 0, held: 9, missed: 1, seats: 120 }],
  booths: 60,
};

/** True calls and answers, shared by the operations' examples. */
export const examples = {
  fairId,
  meetingId,
  buyerId: requester.organizationId,
  exhibitorId: recipient.organizationId,
  slot,
  request,
  meeting,
  recommendation,
  counters,
} as const;
