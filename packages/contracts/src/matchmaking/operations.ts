import { z } from "zod";
import { BoothId, derivedId, FairId, MeetingId, OrganizationId, RepresentativeId, SlotId } from "../kernel/ids.ts";
import { defineOperation, only, PageQuery, pageOf } from "../kernel/operation.ts";
import { atFair } from "../kernel/policy.ts";
import { Instant, prose } from "../kernel/values.ts";
import { TimeSlot } from "../venue/events.ts";
import { Preference } from "./events.ts";
import { examples } from "./examples.ts";
import { explainRecommendation, reportOnRecommendations } from "./explanation-operations.ts";
import { type MatchmakingRefusalCode, matchmakingRefusals } from "./refusals.ts";
import { scheduleRunOperations } from "./schedule-run-operations.ts";
import { CalendarSlot, LiveCounters, MeetingStatus, MeetingView, RecommendationView } from "./views.ts";

const context = "matchmaking";
const participant = atFair("exhibitor", "buyer", "partner");
const participantOrOrganizer = atFair("exhibitor", "buyer", "partner", "organizer");
const ofFair = z.object({ fairId: FairId });
const ofMeeting = z.object({ fairId: FairId, meetingId: MeetingId });
const ofOther = z.object({ fairId: FairId, organizationId: OrganizationId });
/** For people who act for several organizations at one fair. */
const acting = { actingOrganizationId: OrganizationId.optional() };
const refusals = (...codes: MatchmakingRefusalCode[]) => only(matchmakingRefusals, ...codes);
const actingRefusals = ["FAIR_NOT_KNOWN_YET", "ACTING_ORGANIZATION_UNCLEAR", "NOT_A_REPRESENTATIVE"] as const;
const meetingPath = "/fairs/:fairId/meetings/:meetingId";
const { fairId, meetingId, exhibitorId, buyerId, request, meeting, slot } = examples;

export const requestMeeting = defineOperation({
  id: "requestMeeting",
  context,
  method: "post",
  path: "/fairs/:fairId/meetings",
  summary: "Ask another organization for a meeting in one of up to three slots",
  policy: participant,
  params: ofFair,
  body: z.strictObject({
    ...acting,
    recipientOrganizationId: OrganizationId,
    /** Best first. */
    proposedSlotIds: z.array(SlotId).min(1).max(3),
    message: prose(1_000).optional(),
  }),
  result: MeetingView,
  status: 201,
  refusals: refusals(
    ...actingRefusals,
    "OWN_ORGANIZATION_NOT_VERIFIED",
    "OTHER_ORGANIZATION_NOT_FOUND",
    "MEETING_WITH_SAME_ROLE",
    "YOU_SAID_NO_THANKS",
    "MEETING_NOT_POSSIBLE",
    "SLOT_UNKNOWN",
    "SLOT_PROPOSED_TWICE",
    "SLOT_PAST",
    "REQUESTER_BUSY",
    "PENDING_REQUEST_LIMIT",
    "MEETING_ALREADY_OPEN",
  ),
  example: {
    params: { fairId },
    body: { recipientOrganizationId: exhibitorId, proposedSlotIds: ["d1-0930", "d1-1000"], message: request.message },
    result: request,
  },
});

export const acceptMeeting = defineOperation({
  id: "acceptMeeting",
  context,
  method: "post",
  path: `${meetingPath}/accept`,
  summary:
    "Accept a request in one of its slots: takes both people and a seat of the place, or says what is taken and what is free",
  policy: participant,
  params: ofMeeting,
  body: z.strictObject({
    slotId: SlotId,
    /** Who of the own organization will meet; the caller when absent. */
    representativeId: RepresentativeId.optional(),
  }),
  result: MeetingView,
  refusals: refusals(
    "FAIR_NOT_KNOWN_YET",
    "MEETING_NOT_FOUND",
    "NOT_A_REPRESENTATIVE",
    "NOT_THE_RECIPIENT",
    "REQUEST_NOT_PENDING",
    "REQUEST_EXPIRED",
    "OWN_ORGANIZATION_NOT_VERIFIED",
    "OTHER_ORGANIZATION_NOT_FOUND",
    "REPRESENTATIVE_NOT_YOURS",
    "SLOT_NOT_PROPOSED",
    "SLOT_UNKNOWN",
    "SLOT_PAST",
    "NO_MEETING_PLACE",
    "SLOT_TAKEN",
  ),
  example: { params: { fairId, meetingId }, body: { slotId: "d1-0930" }, result: meeting },
});

export const declineMeeting = defineOperation({
  id: "declineMeeting",
  context,
  method: "post",
  path: `${meetingPath}/decline`,
  summary: "Say no to a request, with a reason if you like",
  policy: participant,
  params: ofMeeting,
  body: z.strictObject({ reason: prose(1_000).optional() }),
  result: MeetingView,
  refusals: refusals("MEETING_NOT_FOUND", "NOT_THE_RECIPIENT", "REQUEST_NOT_PENDING"),
  example: {
    params: { fairId, meetingId },
    body: { reason: "We do not ship to Brazil yet." },
    result: { ...request, version: 2, status: "declined", yourSide: "recipient", reason: "We do not ship to Brazil yet." },
  },
});

export const withdrawMeeting = defineOperation({
  id: "withdrawMeeting",
  context,
  method: "post",
  path: `${meetingPath}/withdraw`,
  summary: "Take an own request back",
  policy: participant,
  params: ofMeeting,
  body: z.strictObject({}),
  result: MeetingView,
  refusals: refusals("MEETING_NOT_FOUND", "NOT_THE_REQUESTER", "REQUEST_NOT_PENDING"),
  example: { params: { fairId, meetingId }, body: {}, result: { ...request, version: 2, status: "withdrawn" } },
});

export const cancelMeeting = defineOperation({
  id: "cancelMeeting",
  context,
  method: "post",
  path: `${meetingPath}/cancel`,
  summary: "Cancel a scheduled meeting; its people and its place are free at once",
  policy: participantOrOrganizer,
  params: ofMeeting,
  body: z.strictObject({ reason: prose(1_000).optional() }),
  result: MeetingView,
  refusals: refusals("MEETING_NOT_FOUND", "MEETING_NOT_SCHEDULED", "MEETING_HAS_BEGUN"),
  example: {
    params: { fairId, meetingId },
    body: { reason: "Our flight was moved." },
    result: { ...meeting, version: 3, status: "cancelled", closedBy: "recipient", reason: "Our flight was moved." },
  },
});

export const rescheduleMeeting = defineOperation({
  id: "rescheduleMeeting",
  context,
  method: "post",
  path: `${meetingPath}/reschedule`,
  summary:
    "Move a scheduled meeting to another slot in one step, or let a colleague meet; the old slot is kept until the new one is taken",
  policy: participantOrOrganizer,
  params: ofMeeting,
  body: z.strictObject({
    slotId: SlotId,
    /** Who of the own organization will meet from now on; not for organizers. */
    representativeId: RepresentativeId.optional(),
  }),
  result: MeetingView,
  refusals: refusals(
    "FAIR_NOT_KNOWN_YET",
    "MEETING_NOT_FOUND",
    "MEETING_NOT_SCHEDULED",
    "MEETING_HAS_BEGUN",
    "REPRESENTATIVE_NOT_YOURS",
    "SLOT_UNKNOWN",
    "SLOT_PAST",
    "NO_MEETING_PLACE",
    "SLOT_TAKEN",
  ),
  example: {
    params: { fairId, meetingId },
    body: { slotId: "d1-1000" },
    result: {
      ...meeting,
      version: 3,
      slot: { slotId: "d1-1000", startsAt: "2026-09-01T02:00:00.000Z", endsAt: "2026-09-01T02:30:00.000Z" },
    },
  },
});

export const checkIn = defineOperation({
  id: "checkIn",
  context,
  method: "post",
  path: `${meetingPath}/check-in`,
  summary: "Say that the own side is there; once both have, the meeting is held",
  policy: participant,
  params: ofMeeting,
  body: z.strictObject({}),
  result: MeetingView,
  refusals: refusals("FAIR_NOT_KNOWN_YET", "MEETING_NOT_FOUND", "MEETING_NOT_SCHEDULED", "CHECK_IN_NOT_OPEN", "CHECK_IN_CLOSED"),
  example: { params: { fairId, meetingId }, body: {}, result: { ...meeting, version: 3, checkedIn: ["recipient"] } },
});

export const listMeetings = defineOperation({
  id: "listMeetings",
  context,
  method: "get",
  path: "/fairs/:fairId/meetings",
  summary: "Meetings and requests, newest first: mine, my organization's, or for organizers all of the fair",
  policy: participantOrOrganizer,
  params: ofFair,
  query: z.strictObject({
    ...PageQuery.shape,
    ...acting,
    scope: z.enum(["mine", "organization", "all"]).default("mine"),
    status: MeetingStatus.optional(),
    slotId: SlotId.optional(),
    /** Meetings that have a seat at this booth now: scheduled or on. */
    boothId: BoothId.optional(),
  }),
  result: pageOf(MeetingView),
  refusals: refusals("ACTING_ORGANIZATION_UNCLEAR", "NOT_A_REPRESENTATIVE"),
  example: { params: { fairId }, query: { scope: "organization", status: "scheduled" }, result: { items: [meeting] } },
});

export const getMeeting = defineOperation({
  id: "getMeeting",
  context,
  method: "get",
  path: meetingPath,
  summary: "One meeting or request of the own organization; organizers see all of the fair",
  policy: participantOrOrganizer,
  params: ofMeeting,
  result: MeetingView,
  refusals: refusals("MEETING_NOT_FOUND"),
  example: { params: { fairId, meetingId }, result: meeting },
});

export const dayOf = defineOperation({
  id: "dayOf",
  context,
  method: "get",
  path: "/fairs/:fairId/calendar",
  summary: "My day: the fair's slots with my meetings, open requests and what is free",
  policy: participant,
  params: ofFair,
  query: z.strictObject({
    ...acting,
    /** 1 is the fair's first day; all days when absent. */
    day: z.coerce.number().int().min(1).max(99).optional(),
  }),
  result: z.object({ slots: z.array(CalendarSlot).max(5_000), meetings: z.array(MeetingView).max(1_000) }),
  refusals: refusals(...actingRefusals),
  example: {
    params: { fairId },
    query: { day: "1" },
    result: { slots: [{ ...slot, meetingId, requestIds: [], free: false }], meetings: [meeting] },
  },
});

export const freeSlots = defineOperation({
  id: "freeSlots",
  context,
  method: "get",
  path: "/fairs/:fairId/organizations/:organizationId/free-slots",
  summary: "Slots still to come in which I am free, somebody of the other organization is, and a place has room",
  policy: participant,
  params: ofOther,
  query: z.strictObject({ ...acting }),
  result: z.object({ slots: z.array(TimeSlot).max(5_000) }),
  refusals: refusals(...actingRefusals, "OTHER_ORGANIZATION_NOT_FOUND"),
  example: { params: { fairId, organizationId: exhibitorId }, query: {}, result: { slots: [slot] } },
});

export const listRecommendations = defineOperation({
  id: "listRecommendations",
  context,
  method: "get",
  path: "/fairs/:fairId/recommendations",
  summary: "Who fits my organization and why, best first",
  policy: participant,
  params: ofFair,
  query: z.strictObject({ ...acting }),
  result: z.object({
    organizationId: OrganizationId,
    /** Position in the list's own history, as its changes name it; 0: nothing was ever recommended. */
    version: z.int().min(0),
    items: z.array(RecommendationView).max(100),
  }),
  refusals: refusals("ACTING_ORGANIZATION_UNCLEAR", "NOT_A_REPRESENTATIVE"),
  example: {
    params: { fairId },
    query: {},
    result: { organizationId: buyerId, version: 3, items: [examples.recommendation] },
  },
});

const PreferenceView = z.object({
  preferenceId: z.uuid(),
  version: z.int().min(1),
  organizationId: OrganizationId,
  preference: Preference.nullable(),
  notedAt: Instant,
});
const preference = {
  preferenceId: derivedId("preference", fairId, buyerId, exhibitorId),
  version: 1,
  organizationId: exhibitorId,
  preference: "mustMeet" as const,
  notedAt: "2026-08-10T02:00:00.000Z",
};

export const notePreference = defineOperation({
  id: "notePreference",
  context,
  method: "put",
  path: "/fairs/:fairId/preferences/:organizationId",
  summary: "Say whether the own organization must meet, would meet, or does not want to meet another; null takes that back",
  policy: participant,
  params: ofOther,
  body: z.strictObject({ ...acting, preference: Preference.nullable() }),
  result: PreferenceView,
  refusals: refusals(...actingRefusals, "OTHER_ORGANIZATION_NOT_FOUND", "PREFERENCE_ABOUT_ITSELF"),
  example: { params: { fairId, organizationId: exhibitorId }, body: { preference: "mustMeet" }, result: preference },
});

export const listPreferences = defineOperation({
  id: "listPreferences",
  context,
  method: "get",
  path: "/fairs/:fairId/preferences",
  summary: "What the own organization has said about others, so that it can take it back",
  policy: participant,
  params: ofFair,
  query: z.strictObject({ ...PageQuery.shape, ...acting }),
  result: pageOf(PreferenceView),
  refusals: refusals("ACTING_ORGANIZATION_UNCLEAR", "NOT_A_REPRESENTATIVE"),
  example: { params: { fairId }, query: {}, result: { items: [preference] } },
});

export const liveCounters = defineOperation({
  id: "liveCounters",
  context,
  method: "get",
  path: "/fairs/:fairId/counters",
  summary: "The meeting programme in numbers: open requests, meetings by state, by zone and by slot",
  policy: atFair("organizer", "zoneManager"),
  params: ofFair,
  result: LiveCounters,
  refusals: refusals("FAIR_NOT_KNOWN_YET"),
  example: { params: { fairId }, result: examples.counters },
});

export const matchmakingOperations = {
  requestMeeting,
  acceptMeeting,
  declineMeeting,
  withdrawMeeting,
  cancelMeeting,
  rescheduleMeeting,
  checkIn,
  listMeetings,
  getMeeting,
  dayOf,
  freeSlots,
  listRecommendations,
  explainRecommendation,
  reportOnRecommendations,
  notePreference,
  listPreferences,
  liveCounters,
  ...scheduleRunOperations,
} as const;
