import { z } from "zod";
import { defineEvent, defineTopic } from "../kernel/event.ts";
import {
  BoothId,
  derivedId,
  FairId,
  MeetingId,
  OrganizationId,
  RepresentativeId,
  ScheduleRunId,
  SlotId,
  ZoneId,
} from "../kernel/ids.ts";
import { Instant, LocalizedName } from "../kernel/values.ts";
import { scheduleRunEvents } from "./schedule-run-events.ts";

export const meetingsTopic = defineTopic("matchmaking.meetings");
export const recommendationsTopic = defineTopic("matchmaking.recommendations");
export const preferencesTopic = defineTopic("matchmaking.preferences");
export const slotOpeningsTopic = defineTopic("matchmaking.slot-openings");

/** Why two organizations are recommended to each other: what one seeks and the other offers. */
export const Reason = z
  .object({
    /**
     * `hsChapter`, `hsHeading`, `hsSubheading`, `words`, `market`, `certificate`, `tag`, `language`, `orderSize`; consumers show
     * unknown codes by their values.
     */
    code: z.string().max(40),
    /** What it adds to how well a need is met, which is 0 to 1. */
    points: z.number().min(-1).max(1),
    /** Whose need it is about: of the owner of the list, or of the other. */
    of: z.enum(["own", "other"]).optional(),
    /** What they share: HS codes, words, tags, countries. */
    values: z.array(z.string().max(200)).max(20),
    /** What an HS code is called. */
    name: LocalizedName.optional(),
  })
  .meta({ title: "Reason" });
export type Reason = z.infer<typeof Reason>;

export const Recommendation = z
  .object({
    /** The organization that is recommended to the owner of the list. */
    organizationId: OrganizationId,
    /** Chance that both say yes to a meeting, 0 to 1; the same for both sides. */
    score: z.number().min(0).max(1),
    /** Chance that the owner of the list says yes, and that the other does; 0 to 1. Their product is the score. */
    fit: z.object({ mine: z.number().min(0).max(1), theirs: z.number().min(0).max(1) }),
    reasons: z.array(Reason).max(20),
  })
  .meta({ title: "Recommendation" });
export type Recommendation = z.infer<typeof Recommendation>;

export const MeetingSide = z
  .object({ organizationId: OrganizationId, representativeId: RepresentativeId })
  .meta({ title: "MeetingSide", description: "The person who meets for an organization" });
export type MeetingSide = z.infer<typeof MeetingSide>;

export const SideName = z.enum(["requester", "recipient"]).meta({ title: "SideName" });
export type SideName = z.infer<typeof SideName>;

/** Where a meeting takes place: one seat of a location with room for several meetings at a time. */
export const MeetingPlace = z
  .object({ kind: z.literal("booth"), boothId: BoothId, code: z.string(), zoneId: ZoneId.optional(), seat: z.int().min(1) })
  .meta({ title: "MeetingPlace" });
export type MeetingPlace = z.infer<typeof MeetingPlace>;

const fairId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0001";
const exhibitorId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0101";
const buyerId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0102";
const requester = { organizationId: buyerId, representativeId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0202" };
const recipient = { organizationId: exhibitorId, representativeId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0201" };
const boothId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0801";
const meetingId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0901";

export const recommendationsChanged = defineEvent({
  type: "matchmaking.recommendations-changed",
  version: 1,
  topic: recommendationsTopic,
  key: "organizationId",
  description: "What is recommended to an organization has changed: who entered its list, who changed in it, who left",
  data: z.object({
    organizationId: OrganizationId,
    fairId: FairId,
    entered: z.array(Recommendation),
    updated: z.array(Recommendation),
    left: z.array(OrganizationId),
    /**
     * Those of `entered`, and of `updated` whose score has only now become good enough, that are worth a message to the
     * organization's people; absent in events from before this was said.
     */
    announced: z.array(OrganizationId).max(20).optional(),
    changedAt: Instant,
  }),
  example: {
    organizationId: buyerId,
    fairId,
    entered: [
      {
        organizationId: exhibitorId,
        score: 0.72,
        fit: { mine: 0.82, theirs: 0.6 },
        reasons: [
          { code: "hsHeading", points: 0.4, values: ["6203"] },
          { code: "tag", points: 0.2, values: ["denim"] },
          { code: "market", points: 0.12, values: ["BR"] },
        ],
      },
    ],
    updated: [],
    left: [],
    announced: [exhibitorId],
    changedAt: "2026-08-02T04:00:00.050Z",
  },
});

/** Wants to meet this organization at any cost, would like to, or does not want to: the last is absolute. */
export const Preference = z.enum(["mustMeet", "meet", "noThanks"]).meta({ title: "Preference" });
export type Preference = z.infer<typeof Preference>;

export const preferenceNoted = defineEvent({
  type: "matchmaking.preference-noted",
  version: 1,
  topic: preferencesTopic,
  key: "preferenceId",
  description: "An organization has said what it thinks of meeting another; without a preference it has taken that back",
  data: z.object({
    preferenceId: z.uuid(),
    fairId: FairId,
    organizationId: OrganizationId,
    aboutOrganizationId: OrganizationId,
    preference: Preference.optional(),
    notedAt: Instant,
  }),
  example: {
    preferenceId: derivedId("preference", fairId, buyerId, exhibitorId),
    fairId,
    organizationId: buyerId,
    aboutOrganizationId: exhibitorId,
    preference: "mustMeet",
    notedAt: "2026-08-10T02:00:00.000Z",
  },
});

const meetingEvent = { version: 1, topic: meetingsTopic, key: "meetingId" } as const;
const ofMeeting = { meetingId: MeetingId, fairId: FairId };
const bothSides = { requester: MeetingSide, recipientOrganizationId: OrganizationId };
/** By the publication of a schedule run, or by taking it back: people are told once for all, by `schedule-announced`. */
const byRun = { scheduleRunId: ScheduleRunId.optional() };
const scheduled = { requester: MeetingSide, recipient: MeetingSide, slotId: SlotId, startsAt: Instant, endsAt: Instant };
const exampleRequest = { meetingId, fairId, requester, recipientOrganizationId: exhibitorId };
const exampleMeeting = {
  meetingId,
  fairId,
  requester,
  recipient,
  slotId: "d1-0930",
  startsAt: "2026-09-01T01:30:00.000Z",
  endsAt: "2026-09-01T02:00:00.000Z",
};
const examplePlace = { kind: "booth" as const, boothId, code: "A-012", zoneId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0701", seat: 1 };

export const meetingRequested = defineEvent({
  ...meetingEvent,
  type: "matchmaking.meeting-requested",
  description: "One organization asks another for a meeting in one of these slots",
  data: z.object({
    ...ofMeeting,
    ...bothSides,
    /** In the order of the requester's liking. */
    proposedSlotIds: z.array(SlotId).min(1).max(3),
    message: z.string().max(1_000).optional(),
    /** Which of the requester's numbered open requests this is; the number is free again once the request is answered. */
    quotaNumber: z.int().min(1),
    requestedAt: Instant,
    expiresAt: Instant,
  }),
  example: {
    ...exampleRequest,
    proposedSlotIds: ["d1-0930", "d1-1000"],
    message: "We look for 20,000 pairs of men's jeans a season.",
    quotaNumber: 1,
    requestedAt: "2026-08-10T02:00:00.000Z",
    expiresAt: "2026-08-11T02:00:00.000Z",
  },
});

export const meetingRequestDeclined = defineEvent({
  ...meetingEvent,
  type: "matchmaking.meeting-request-declined",
  description: "The recipient does not want the meeting",
  data: z.object({ ...ofMeeting, ...bothSides, reason: z.string().max(1_000).optional(), declinedAt: Instant }),
  example: { ...exampleRequest, reason: "We do not ship to Brazil yet.", declinedAt: "2026-08-10T05:00:00.000Z" },
});

export const meetingRequestWithdrawn = defineEvent({
  ...meetingEvent,
  type: "matchmaking.meeting-request-withdrawn",
  description:
    "The requester takes the request back, or the system does for an organization or a person who is no longer admitted",
  data: z.object({ ...ofMeeting, ...bothSides, by: z.enum(["requester", "system"]).optional(), withdrawnAt: Instant }),
  example: { ...exampleRequest, withdrawnAt: "2026-08-10T05:00:00.000Z" },
});

export const meetingRequestExpired = defineEvent({
  ...meetingEvent,
  type: "matchmaking.meeting-request-expired",
  description: "Nobody answered the request in time",
  data: z.object({ ...ofMeeting, ...bothSides, expiredAt: Instant }),
  example: { ...exampleRequest, expiredAt: "2026-08-11T02:00:00.000Z" },
});

export const meetingScheduled = defineEvent({
  ...meetingEvent,
  type: "matchmaking.meeting-scheduled",
  description:
    "The recipient accepted, or the organizer published a schedule: both people and a seat of the place are taken for the slot",
  data: z.object({ ...ofMeeting, ...scheduled, ...byRun, place: MeetingPlace, scheduledAt: Instant }),
  example: { ...exampleMeeting, place: examplePlace, scheduledAt: "2026-08-10T06:00:00.000Z" },
});

export const meetingRescheduled = defineEvent({
  ...meetingEvent,
  type: "matchmaking.meeting-rescheduled",
  description: "The meeting has moved to another slot or another place, or another person meets; the old ones are free",
  data: z.object({
    ...ofMeeting,
    ...scheduled,
    ...byRun,
    place: MeetingPlace,
    previous: z.object({ requester: MeetingSide, recipient: MeetingSide, slotId: SlotId, place: MeetingPlace }),
    /** Back where it was before a repair by `scheduleRunId`. */
    undo: z.boolean().optional(),
    /** `system`: its booth was released and the exhibitor has another one. */
    by: SideName.or(z.enum(["organizer", "system"])),
    rescheduledAt: Instant,
  }),
  example: {
    ...exampleMeeting,
    slotId: "d1-1000",
    startsAt: "2026-09-01T02:00:00.000Z",
    endsAt: "2026-09-01T02:30:00.000Z",
    place: examplePlace,
    previous: { requester, recipient, slotId: "d1-0930", place: examplePlace },
    by: "recipient",
    rescheduledAt: "2026-08-12T06:00:00.000Z",
  },
});

export const meetingCancelled = defineEvent({
  ...meetingEvent,
  type: "matchmaking.meeting-cancelled",
  description: "A scheduled meeting will not take place; its people and its place are free",
  data: z.object({
    ...ofMeeting,
    ...scheduled,
    ...byRun,
    place: MeetingPlace,
    by: SideName.or(z.enum(["organizer", "system"])),
    reason: z.string().max(1_000).optional(),
    cancelledAt: Instant,
  }),
  example: {
    ...exampleMeeting,
    place: examplePlace,
    by: "requester",
    reason: "Our flight was moved.",
    cancelledAt: "2026-08-20T06:00:00.000Z",
  },
});

export const meetingReopened = defineEvent({
  ...meetingEvent,
  type: "matchmaking.meeting-reopened",
  description: "A schedule was taken back: a request that it had booked is open again, its people and its place are free",
  data: z.object({
    ...ofMeeting,
    ...scheduled,
    place: MeetingPlace,
    scheduleRunId: ScheduleRunId,
    quotaNumber: z.int().min(1),
    reopenedAt: Instant,
  }),
  example: {
    ...exampleMeeting,
    place: examplePlace,
    scheduleRunId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0a01",
    quotaNumber: 1,
    reopenedAt: "2026-08-31T11:00:05.000Z",
  },
});

export const meetingCheckedIn = defineEvent({
  ...meetingEvent,
  type: "matchmaking.meeting-checked-in",
  description: "One side is there",
  data: z.object({ ...ofMeeting, ...scheduled, side: SideName, checkedInAt: Instant }),
  example: { ...exampleMeeting, side: "requester", checkedInAt: "2026-09-01T01:28:00.000Z" },
});

export const meetingHeld = defineEvent({
  ...meetingEvent,
  type: "matchmaking.meeting-held",
  description: "Both sides were there: the meeting took place",
  data: z.object({ ...ofMeeting, ...scheduled, heldAt: Instant }),
  example: { ...exampleMeeting, heldAt: "2026-09-01T01:31:00.000Z" },
});

export const meetingMissed = defineEvent({
  ...meetingEvent,
  type: "matchmaking.meeting-missed",
  description: "A side did not come in time (no-show); its place is free",
  data: z.object({
    ...ofMeeting,
    ...scheduled,
    place: MeetingPlace,
    noShows: z.array(SideName).min(1).max(2),
    missedAt: Instant,
  }),
  example: { ...exampleMeeting, place: examplePlace, noShows: ["requester"], missedAt: "2026-09-01T01:41:00.000Z" },
});

export const slotFreed = defineEvent({
  type: "matchmaking.slot-freed",
  version: 1,
  topic: slotOpeningsTopic,
  key: "openingId",
  description: "An organization is free again in a slot that these requests had asked for",
  data: z.object({
    openingId: z.uuid(),
    fairId: FairId,
    organizationId: OrganizationId,
    slotId: SlotId,
    startsAt: Instant,
    wantedBy: z.array(z.object({ meetingId: MeetingId, ...MeetingSide.shape })).max(1_000),
    freedAt: Instant,
  }),
  example: {
    openingId: derivedId("slot-opening", meetingId, "3", exhibitorId),
    fairId,
    organizationId: exhibitorId,
    slotId: "d1-0930",
    startsAt: "2026-09-01T01:30:00.000Z",
    wantedBy: [{ meetingId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0902", ...requester }],
    freedAt: "2026-08-20T06:00:00.020Z",
  },
});

export const matchmakingEvents = [
  recommendationsChanged,
  preferenceNoted,
  meetingRequested,
  meetingRequestDeclined,
  meetingRequestWithdrawn,
  meetingRequestExpired,
  meetingScheduled,
  meetingRescheduled,
  meetingCancelled,
  meetingReopened,
  meetingCheckedIn,
  meetingHeld,
  meetingMissed,
  slotFreed,
  ...scheduleRunEvents,
] as const;
