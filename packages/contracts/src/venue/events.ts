import { z } from "zod";
import { defineEvent, defineTopic } from "../kernel/event.ts";
import { BoothId, FairId, HallId, OrganizationId, SlotId, ZoneId } from "../kernel/ids.ts";
import { Instant, LocalizedName, Outline } from "../kernel/values.ts";

export const fairsTopic = defineTopic("venue.fairs");
export const layoutsTopic = defineTopic("venue.layouts");
export const boothsTopic = defineTopic("venue.booths");

/** The limits of one fair. Units are in the names. */
export const FairRules = z
  .object({
    slotMinutes: z.int().min(5).max(120),
    /** How long the other side may think about a meeting request. */
    requestExpiryMinutes: z.int().min(1).max(20_160),
    /** Open requests that one representative may have out at once. */
    pendingRequestLimit: z.int().min(1).max(200),
    boothHoldMinutes: z.int().min(1).max(10_080),
    /** Check-in opens this long before the slot. */
    checkInOpensMinutes: z.int().min(0).max(1_440),
    /** A side that has not checked in this long after the slot began has missed the meeting. */
    noShowAfterMinutes: z.int().min(1).max(240),
  })
  .meta({ title: "FairRules" });
export type FairRules = z.infer<typeof FairRules>;

export const TimeSlot = z
  .object({ slotId: SlotId, startsAt: Instant, endsAt: Instant })
  .meta({ title: "TimeSlot", description: "A cell of the fair's grid; slots never overlap" });
export type TimeSlot = z.infer<typeof TimeSlot>;

export const BoothKind = z.enum(["inline", "corner", "peninsula", "island"]).meta({ title: "BoothKind" });

const fairId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0001";
const hallId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0601";
const zoneId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0701";
const boothId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0801";
const organizationId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0101";

const fairEvent = { version: 1, topic: fairsTopic, key: "fairId" } as const;

export const fairPlanned = defineEvent({
  ...fairEvent,
  type: "venue.fair-planned",
  description: "A fair will take place here and then, with this grid of time slots and these rules",
  data: z.object({
    fairId: FairId,
    name: LocalizedName,
    place: LocalizedName,
    /** IANA time zone in which the fair's days and slot ids are named. */
    timeZone: z.string(),
    rules: FairRules,
    slots: z.array(TimeSlot),
    plannedAt: Instant,
  }),
  example: {
    fairId,
    name: {
      en: "China (Shishi) E-commerce Conference and Global Cross-border Merchant Matchmaking",
      zh: "中国（石狮）电商大会暨全球跨境商家资源对接会",
    },
    place: { en: "Shishi Garment City Exhibition and Art Centre", zh: "石狮服装城展览艺术中心" },
    timeZone: "Asia/Shanghai",
    rules: {
      slotMinutes: 30,
      requestExpiryMinutes: 1_440,
      pendingRequestLimit: 20,
      boothHoldMinutes: 30,
      checkInOpensMinutes: 30,
      noShowAfterMinutes: 10,
    },
    slots: [{ slotId: "d1-0930", startsAt: "2026-09-01T01:30:00.000Z", endsAt: "2026-09-01T02:00:00.000Z" }],
    plannedAt: "2026-07-01T02:00:00.000Z",
  },
});

export const fairRulesChanged = defineEvent({
  ...fairEvent,
  type: "venue.fair-rules-changed",
  description: "The limits of the fair are now these",
  data: z.object({ fairId: FairId, rules: FairRules, changedAt: Instant }),
  example: { fairId, rules: fairPlanned.example.rules, changedAt: "2026-07-02T02:00:00.000Z" },
});

export const hallAdded = defineEvent({
  ...fairEvent,
  type: "venue.hall-added",
  description: "A hall of the fair, with its size on the plan in metres",
  data: z.object({
    fairId: FairId,
    hallId: HallId,
    name: LocalizedName,
    width: z.number().positive(),
    depth: z.number().positive(),
    addedAt: Instant,
  }),
  example: {
    fairId,
    hallId,
    name: { en: "Ground floor", zh: "一层展厅" },
    width: 120,
    depth: 80,
    addedAt: "2026-07-01T02:00:00.000Z",
  },
});

export const zoneAdded = defineEvent({
  ...fairEvent,
  type: "venue.zone-added",
  description: "A zone of a hall: the area of one theme",
  data: z.object({
    fairId: FairId,
    zoneId: ZoneId,
    hallId: HallId,
    name: LocalizedName,
    outline: Outline,
    addedAt: Instant,
  }),
  example: {
    fairId,
    zoneId,
    hallId,
    name: { en: "Cross-border merchant resources", zh: "跨境商家资源" },
    outline: { x: 0, y: 0, width: 40, depth: 40 },
    addedAt: "2026-07-01T02:00:00.000Z",
  },
});

const laidOutBooth = z.object({
  boothId: BoothId,
  zoneId: ZoneId,
  /** What is written on it, unique at the fair: `A-012`. */
  code: z.string(),
  kind: BoothKind,
  outline: Outline,
  /** Meetings that fit into it at the same time. */
  meetingCapacity: z.int().min(1).max(50),
});

export const boothsLaidOut = defineEvent({
  type: "venue.booths-laid-out",
  version: 1,
  topic: layoutsTopic,
  key: "hallId",
  description: "Room for these booths was found in the hall, for all of them at once; each is then planned on its own",
  data: z.object({ hallId: HallId, fairId: FairId, booths: z.array(laidOutBooth).max(200), laidOutAt: Instant }),
  example: {
    hallId,
    fairId,
    booths: [{ boothId, zoneId, code: "A-012", kind: "corner", outline: { x: 6, y: 9, width: 3, depth: 3 }, meetingCapacity: 2 }],
    laidOutAt: "2026-07-01T02:00:00.000Z",
  },
});

const boothEvent = { version: 1, topic: boothsTopic, key: "boothId" } as const;

export const boothPlanned = defineEvent({
  ...boothEvent,
  type: "venue.booth-planned",
  description: "A booth stands on the plan and is available",
  data: z.object({
    boothId: BoothId,
    fairId: FairId,
    hallId: HallId,
    zoneId: ZoneId,
    /** What is written on it, unique at the fair: `A-012`. */
    code: z.string(),
    kind: BoothKind,
    outline: Outline,
    /** Meetings that fit into it at the same time. */
    meetingCapacity: z.int().min(1).max(50),
    plannedAt: Instant,
  }),
  example: {
    boothId,
    fairId,
    hallId,
    zoneId,
    code: "A-012",
    kind: "corner",
    outline: { x: 6, y: 9, width: 3, depth: 3 },
    meetingCapacity: 2,
    plannedAt: "2026-07-01T02:00:00.000Z",
  },
});

export const boothHeld = defineEvent({
  ...boothEvent,
  type: "venue.booth-held",
  description: "An exhibitor holds the booth until the given instant, unless the organizer confirms it before",
  data: z.object({
    boothId: BoothId,
    fairId: FairId,
    organizationId: OrganizationId,
    heldAt: Instant,
    holdExpiresAt: Instant,
  }),
  example: {
    boothId,
    fairId,
    organizationId,
    heldAt: "2026-08-03T02:00:00.000Z",
    holdExpiresAt: "2026-08-03T02:30:00.000Z",
  },
});

export const boothAssigned = defineEvent({
  ...boothEvent,
  type: "venue.booth-assigned",
  description: "The booth is the exhibitor's for this fair: its meetings can take place there",
  data: z.object({
    boothId: BoothId,
    fairId: FairId,
    organizationId: OrganizationId,
    hallId: HallId,
    zoneId: ZoneId,
    code: z.string(),
    meetingCapacity: z.int().min(1).max(50),
    assignedAt: Instant,
  }),
  example: {
    boothId,
    fairId,
    organizationId,
    hallId,
    zoneId,
    code: "A-012",
    meetingCapacity: 2,
    assignedAt: "2026-08-03T02:10:00.000Z",
  },
});

export const boothReleased = defineEvent({
  ...boothEvent,
  type: "venue.booth-released",
  description: "The booth is available again; it was held or assigned before",
  data: z.object({
    boothId: BoothId,
    fairId: FairId,
    organizationId: OrganizationId,
    code: z.string(),
    was: z.enum(["held", "assigned"]),
    reason: z.enum(["holdExpired", "givenBack", "releasedByOrganizer", "organizationRejected"]),
    /** The organizer's own words. */
    note: z.string().max(500).optional(),
    releasedAt: Instant,
  }),
  example: {
    boothId,
    fairId,
    organizationId,
    code: "A-012",
    was: "held",
    reason: "holdExpired",
    releasedAt: "2026-08-03T02:30:00.000Z",
  },
});

export const boothBlocked = defineEvent({
  ...boothEvent,
  type: "venue.booth-blocked",
  description: "The organizer keeps the booth out of use",
  data: z.object({ boothId: BoothId, fairId: FairId, reason: z.string().max(500), blockedAt: Instant }),
  example: { boothId, fairId, reason: "Emergency exit", blockedAt: "2026-08-03T02:30:00.000Z" },
});

export const boothUnblocked = defineEvent({
  ...boothEvent,
  type: "venue.booth-unblocked",
  description: "The booth is available again after having been blocked",
  data: z.object({ boothId: BoothId, fairId: FairId, unblockedAt: Instant }),
  example: { boothId, fairId, unblockedAt: "2026-08-03T02:45:00.000Z" },
});

export const venueEvents = [
  fairPlanned,
  fairRulesChanged,
  hallAdded,
  zoneAdded,
  boothsLaidOut,
  boothPlanned,
  boothHeld,
  boothAssigned,
  boothReleased,
  boothBlocked,
  boothUnblocked,
] as const;
