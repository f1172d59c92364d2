import { defineService } from "@rialto/service-kit/define-service";
import type { MatchmakingDeps } from "./deps.ts";
import { acceptMeetingRoute } from "./http/accept-meeting.ts";
import { cancelMeetingRoute } from "./http/cancel-meeting.ts";
import { checkInRoute } from "./http/check-in.ts";
import { dayOfRoute } from "./http/day-of.ts";
import { declineMeetingRoute } from "./http/decline-meeting.ts";
import { freeSlotsRoute } from "./http/free-slots.ts";
import { getMeetingRoute } from "./http/get-meeting.ts";
import { listMeetingsRoute } from "./http/list-meetings.ts";
import { listPreferencesRoute } from "./http/list-preferences.ts";
import { listRecommendationsRoute } from "./http/list-recommendations.ts";
import { liveCountersRoute } from "./http/live-counters.ts";
import { notePreferenceRoute } from "./http/note-preference.ts";
import { requestMeetingRoute } from "./http/request-meeting.ts";
import { rescheduleMeetingRoute } from "./http/reschedule-meeting.ts";
import { withdrawMeetingRoute } from "./http/withdraw-meeting.ts";
import { whenBoothAssignedNoteThePlace } from "./reactions/when-booth-assigned-note-the-place.ts";
import { whenBoothReleasedSeatItsMeetingsElsewhere } from "./reactions/when-booth-released-seat-its-meetings-elsewhere.ts";
import { whenFairChangesNoteIt } from "./reactions/when-fair-changes-note-it.ts";
import { whenMeetingFreesSlotTellThoseWhoWantedIt } from "./reactions/when-meeting-frees-slot-tell-those-who-wanted-it.ts";
import { whenOrganizationChangesReviseRecommendations } from "./reactions/when-organization-changes-revise-recommendations.ts";
import { whenOrganizationRejectedCloseItsMeetings } from "./reactions/when-organization-rejected-close-its-meetings.ts";
import { whenPreferenceNotedReviseRecommendations } from "./reactions/when-preference-noted-revise-recommendations.ts";
import { whenRepresentativeRemovedCloseTheirMeetings } from "./reactions/when-representative-removed-close-their-meetings.ts";
import { expireRequests } from "./schedules/expire-requests.ts";
import { markNoShows } from "./schedules/mark-no-shows.ts";
import { reviewRecommendations } from "./schedules/review-recommendations.ts";

export const createMatchmakingService = (deps: MatchmakingDeps) =>
  defineService("matchmaking", {
    routes: [
      requestMeetingRoute(deps),
      acceptMeetingRoute(deps),
      declineMeetingRoute(deps),
      withdrawMeetingRoute(deps),
      cancelMeetingRoute(deps),
      rescheduleMeetingRoute(deps),
      checkInRoute(deps),
      listMeetingsRoute(deps),
      getMeetingRoute(deps),
      dayOfRoute(deps),
      freeSlotsRoute(deps),
      listRecommendationsRoute(deps),
      notePreferenceRoute(deps),
      listPreferencesRoute(deps),
      liveCountersRoute(deps),
    ],
    reactions: [
      ...whenOrganizationChangesReviseRecommendations(deps),
      whenOrganizationRejectedCloseItsMeetings(deps),
      whenRepresentativeRemovedCloseTheirMeetings(deps),
      ...whenFairChangesNoteIt(deps),
      whenBoothAssignedNoteThePlace(deps),
      whenBoothReleasedSeatItsMeetingsElsewhere(deps),
      ...whenMeetingFreesSlotTellThoseWhoWantedIt(deps),
      whenPreferenceNotedReviseRecommendations(deps),
    ],
    schedules: [expireRequests(deps), markNoShows(deps), reviewRecommendations(deps)],
    stores: [deps.meetings, deps.preferences, deps.recommendations, deps.slotOpenings],
    projections: [deps.organizations, deps.fairs, deps.booths],
    workers: [deps.live.worker],
  });
