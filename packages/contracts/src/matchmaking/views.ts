import { z } from "zod";
import { FairId, MeetingId, OfferId, OrganizationId, RepresentativeId, SlotId, ZoneId } from "../kernel/ids.ts";
import { CountryCode, Instant, LocalizedName, OrganizationRole } from "../kernel/values.ts";
import { OrganizationProfile } from "../registry/events.ts";
import { TimeSlot } from "../venue/events.ts";
import { MeetingPlace, Preference, Recommendation, SideName } from "./events.ts";

/** What people are shown of meetings, calendars and recommendations. No contact data. */

export const MeetingStatus = z
  .enum(["pending", "scheduled", "declined", "withdrawn", "expired", "held", "missed", "cancelled"])
  .meta({ title: "MeetingStatus" });
export type MeetingStatus = z.infer<typeof MeetingStatus>;

const PersonView = z.object({ representativeId: RepresentativeId, name: LocalizedName.optional() });

export const MeetingSideView = z
  .object({
    organizationId: OrganizationId,
    name: LocalizedName.optional(),
    country: CountryCode.optional(),
    role: OrganizationRole.optional(),
    /** Who meets; for the recipient only once somebody has accepted. */
    person: PersonView.optional(),
  })
  .meta({ title: "MeetingSideView" });

export const MeetingView = z
  .object({
    meetingId: MeetingId,
    version: z.int().min(1),
    fairId: FairId,
    status: MeetingStatus,
    requester: MeetingSideView,
    recipient: MeetingSideView,
    /** The side that the caller belongs to; absent for an organizer. */
    yourSide: SideName.optional(),
    proposedSlotIds: z.array(SlotId).max(3),
    message: z.string().optional(),
    requestedAt: Instant,
    expiresAt: Instant,
    slot: TimeSlot.optional(),
    place: MeetingPlace.optional(),
    checkedIn: z.array(SideName).max(2),
    noShows: z.array(SideName).max(2),
    /** Why it was declined or cancelled, in the words of who did it. */
    reason: z.string().optional(),
    closedBy: SideName.or(z.enum(["organizer", "system"])).optional(),
  })
  .meta({ title: "MeetingView" });
export type MeetingView = z.input<typeof MeetingView>;

/** What a lost race answers with, inside the problem details of SLOT_TAKEN. */
export const SlotConflict = z
  .object({
    conflict: z.object({
      slotId: SlotId,
      /** Which of the things that a meeting needs is taken. Never by whom. */
      taken: z.enum(["you", "other", "requester", "recipient", "place"]),
    }),
    /** Free for both and with a place, best first. */
    alternatives: z.array(TimeSlot).max(3),
  })
  .meta({ title: "SlotConflict" });
export type SlotConflict = z.infer<typeof SlotConflict>;

export const CalendarSlot = TimeSlot.extend({
  /** The meeting that takes the caller's slot. */
  meetingId: MeetingId.optional(),
  /** Open requests that propose this slot, to the caller's organization or from the caller. */
  requestIds: z.array(MeetingId).max(500),
  free: z.boolean(),
}).meta({ title: "CalendarSlot" });

const Listing = z.object({ id: OfferId, title: LocalizedName });

export const RecommendationView = Recommendation.extend({
  profile: OrganizationProfile,
  offers: z.array(Listing).max(20),
  needs: z.array(Listing).max(20),
  /** What the caller's organization has said about it. */
  preference: Preference.optional(),
  /** The open request, meeting or last meeting between the two, if any. */
  meeting: z.object({ meetingId: MeetingId, status: MeetingStatus }).optional(),
}).meta({ title: "RecommendationView" });

const MeetingCounts = z.object({
  scheduled: z.int().min(0),
  held: z.int().min(0),
  missed: z.int().min(0),
});

export const LiveCounters = z
  .object({
    at: Instant,
    openRequests: z.int().min(0),
    cancelled: z.int().min(0),
    ...MeetingCounts.shape,
    zones: z
      .array(
        MeetingCounts.extend({
          zoneId: ZoneId,
          name: LocalizedName.optional(),
          /** Meetings that fit into the zone's assigned booths in one slot. */
          seats: z.int().min(0).optional(),
        }),
      )
      .max(500),
    /** Meetings booked or held by slot and zone, where there is one. */
    occupancy: z
      .array(z.object({ slotId: SlotId, zoneId: ZoneId, meetings: z.int().min(1) }))
      .max(100_000)
      .optional(),
    slots: z
      .array(
        TimeSlot.extend({
          ...MeetingCounts.shape,
          /** Meetings that fit into all assigned booths in one slot. */
          seats: z.int().min(0),
        }),
      )
      .max(5_000),
    /** Assigned booths of the fair. */
    booths: z.int().min(0),
  })
  .meta({ title: "LiveCounters" });
