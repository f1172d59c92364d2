import { z } from "zod";

/** Sizes beyond which a problem is refused at the door, before anything in it is looked at. */
export const limits = {
  slots: 400,
  participants: 50_000,
  locations: 20_000,
  meetings: 200_000,
  zones: 5_000,
  exclusions: 100_000,
} as const;

const Id = z.string().min(1).max(120);
const Minutes = z.number().min(0).max(1_440);

export const Slot = z.object({
  id: Id,
  day: z.string().min(1).max(40),
  session: z.string().max(40).default(""),
  /** Minutes since midnight of the day. */
  startMinute: Minutes,
  endMinute: Minutes,
});

export const Participant = z.object({
  id: Id,
  organizationId: Id.optional(),
  unavailableSlotIds: z.array(Id).max(limits.slots).default([]),
  maxPerDay: z.number().int().min(0).optional(),
  /** Meetings in consecutive slots before a pause is due. */
  maxInARow: z.number().int().min(1).optional(),
});

export const Location = z.object({
  id: Id,
  kind: z.enum(["booth", "table", "room", "virtual"]),
  /** Meetings at once. */
  capacity: z.number().int().min(0),
  zoneId: Id.optional(),
  /** The owner of a booth; its meetings are held there and no others. */
  organizationId: Id.optional(),
  unavailableSlotIds: z.array(Id).max(limits.slots).default([]),
});

export const Meeting = z.object({
  id: Id,
  /** Participants, or organizations for whom any one free representative comes. */
  parties: z.array(Id).min(2).max(20),
  weight: z.number().min(0).max(1e6).default(1),
  must: z.boolean().default(false),
  fixedSlotId: Id.optional(),
  earliestSlotId: Id.optional(),
  latestSlotId: Id.optional(),
  sessions: z.array(z.string().max(40)).max(50).optional(),
  /** Meetings that must have ended before. */
  afterMeetingIds: z.array(Id).max(1_000).default([]),
  /** In slots. */
  length: z.number().int().min(1).max(50).default(1),
  locationId: Id.optional(),
});

/** What is to be scheduled. Slots are in the order of time; two slots of a day may have a pause between them. */
export const Problem = z.object({
  slots: z.array(Slot).max(limits.slots),
  participants: z.array(Participant).max(limits.participants),
  locations: z.array(Location).max(limits.locations),
  meetings: z.array(Meeting).max(limits.meetings),
  zones: z.array(z.object({ id: Id, hallId: Id })).default([]),
  walking: z
    .object({ withinZoneMinutes: Minutes, withinHallMinutes: Minutes, betweenHallsMinutes: Minutes })
    .default({ withinZoneMinutes: 0, withinHallMinutes: 0, betweenHallsMinutes: 0 }),
  /** Pairs of participants or organizations that do not meet. */
  exclusions: z.array(z.tuple([Id, Id])).default([]),
  /** Greatest difference between the breaks of two participants, where breaks are minimized. */
  maxBreakDifference: z.number().int().min(0).optional(),
});

export type Problem = z.infer<typeof Problem>;
export type Meeting = z.infer<typeof Meeting>;
export type ProblemInput = z.input<typeof Problem>;
export type MeetingInput = z.input<typeof Meeting>;
