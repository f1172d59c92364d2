import type { Clock } from "@rialto/service-kit/clock";
import type { Logger } from "@rialto/service-kit/logger";
import type { BookingDeps } from "./booking/booking-deps.ts";
import type { LiveMatches } from "./matching/live-matches.ts";
import type { ListDeps } from "./matching/revise-lists.ts";
import type { Booths } from "./store/booths.ts";
import type { Catalogues } from "./store/catalogues.ts";
import type { Fairs } from "./store/fairs.ts";
import type { Meetings } from "./store/meetings.ts";
import type { Organizations } from "./store/organizations.ts";
import type { Preferences } from "./store/preferences.ts";
import type { Recommendations } from "./store/recommendations.ts";
import type { RunParts } from "./store/run-parts.ts";
import type { ScheduleNotices } from "./store/schedule-notices.ts";
import type { ScheduleRuns } from "./store/schedule-runs.ts";
import type { SlotOpenings } from "./store/slot-openings.ts";

/** Everything that doors and rules of this service are given. */
export interface MatchmakingDeps extends BookingDeps {
  readonly meetings: Meetings;
  readonly preferences: Preferences;
  readonly recommendations: Recommendations;
  readonly storedEntries: ListDeps["storedEntries"];
  readonly catalogues: Catalogues;
  readonly slotOpenings: SlotOpenings;
  readonly scheduleRuns: ScheduleRuns;
  readonly runParts: RunParts;
  readonly scheduleNotices: ScheduleNotices;
  readonly organizations: Organizations;
  readonly fairs: Fairs;
  readonly booths: Booths;
  readonly live: LiveMatches;
  readonly clock: Clock;
  readonly logger: Logger;
}
