import { defineService } from "@rialto/service-kit/define-service";
import type { MatchmakingDeps } from "./deps.ts";
import { acceptMeetingRoute } from "./http/accept-meeting.ts";
import { cancelMeetingRoute } from "./http/cancel-meeting.ts";
import { checkInRoute } from "./http/check-in.ts";
import { compareScheduleRunRoute } from "./http/compare-schedule-run.ts";
import { dayOfRoute } from "./http/day-of.ts";
import { declineMeetingRoute } from "./http/decline-meeting.ts";
import { discardScheduleRunRoute } from "./http/discard-schedule-run.ts";
import { explainRecommendationRoute } from "./http/explain-recommendation.ts";
import { freeSlotsRoute } from "./http/free-slots.ts";
import { getMeetingRoute } from "./http/get-meeting.ts";
import { getScheduleRunRoute } from "./http/get-schedule-run.ts";
import { listMeetingsRoute } from "./http/list-meetings.ts";
import { listPreferencesRoute } from "./http/list-preferences.ts";
import { listProposedMeetingsRoute } from "./http/list-proposed-meetings.ts";
import { listPublicationChangesRoute } from "./http/list-publication-changes.ts";
import { listRecommendationsRoute } from "./http/list-recommendations.ts";
import { listScheduleRunsRoute } from "./http/list-schedule-runs.ts";
import { listUnscheduledWishesRoute } from "./http/list-unscheduled-wishes.ts";
import { liveCountersRoute } from "./http/live-counters.ts";
import { notePreferenceRoute } from "./http/note-preference.ts";
import { publishScheduleRunRoute } from "./http/publish-schedule-run.ts";
import { reportOnRecommendationsRoute } from "./http/report-on-recommendations.ts";
import { requestMeetingRoute } from "./http/request-meeting.ts";
import { rescheduleMeetingRoute } from "./http/reschedule-meeting.ts";
import { startScheduleRepairRoute } from "./http/start-schedule-repair.ts";
import { startScheduleRunRoute } from "./http/start-schedule-run.ts";
import { stopScheduleRunRoute } from "./http/stop-schedule-run.ts";
import { undoScheduleRunRoute } from "./http/undo-schedule-run.ts";
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
import { learnFromCatalogues } from "./schedules/learn-from-catalogues.ts";
import { markNoShows } from "./schedules/mark-no-shows.ts";
import { reviseListsThatChanged } from "./schedules/revise-changed-lists.ts";
import { createRunWorker } from "./scheduling/run-worker.ts";

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
      explainRecommendationRoute(deps),
      reportOnRecommendationsRoute(deps),
      notePreferenceRoute(deps),
      listPreferencesRoute(deps),
      liveCountersRoute(deps),
      startScheduleRunRoute(deps),
      startScheduleRepairRoute(deps),
      listScheduleRunsRoute(deps),
      getScheduleRunRoute(deps),
      listProposedMeetingsRoute(deps),
      listUnscheduledWishesRoute(deps),
      compareScheduleRunRoute(deps),
      stopScheduleRunRoute(deps),
      discardScheduleRunRoute(deps),
      publishScheduleRunRoute(deps),
      listPublicationChangesRoute(deps),
      undoScheduleRunRoute(deps),
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
    schedules: [expireRequests(deps), markNoShows(deps), reviseListsThatChanged(deps), learnFromCatalogues(deps)],
    stores: [deps.meetings, deps.preferences, deps.recommendations, deps.slotOpenings, deps.scheduleRuns, deps.scheduleNotices],
    projections: [deps.organizations, deps.fairs, deps.booths, deps.runParts],
    workers: [deps.live.worker, createRunWorker(deps)],
  });
