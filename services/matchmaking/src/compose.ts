import { createProjection } from "@rialto/persistence/projection";
import { createStore } from "@rialto/persistence/store";
import type { Platform } from "@rialto/service-kit/platform";
import type { MatchmakingConfig } from "./config.ts";
import type { MatchmakingDeps } from "./deps.ts";
import type { Fair } from "./domain/fair.ts";
import type { Organization } from "./domain/organization.ts";
import type { Booth } from "./domain/place.ts";
import { createLiveMatches } from "./matching/live-matches.ts";
import { openThread, type ThreadOptions } from "./matching/open-thread.ts";
import { boothsDeclaration, boothsOf } from "./store/booths.ts";
import { createCatalogues } from "./store/catalogues.ts";
import { fairOf, fairsDeclaration } from "./store/fairs.ts";
import { createMarkBook } from "./store/match-source.ts";
import { meetingsDeclaration } from "./store/meetings.ts";
import { organizationsDeclaration } from "./store/organizations.ts";
import { preferencesBetween, preferencesDeclaration } from "./store/preferences.ts";
import { recommendationsDeclaration, storedEntries } from "./store/recommendations.ts";
import { createRunParts } from "./store/run-parts.ts";
import { scheduleNoticesDeclaration } from "./store/schedule-notices.ts";
import { scheduleRunsDeclaration } from "./store/schedule-runs.ts";
import { slotOpeningsDeclaration } from "./store/slot-openings.ts";
import { createReadClaims } from "./store/taken-claims.ts";

/** Stores, projections and the live matches on the platform's connection. */
export function matchmakingDeps({ connection, clock, logger }: Platform, config: MatchmakingConfig): MatchmakingDeps {
  const meetings = createStore(connection, meetingsDeclaration, { clock });
  const preferences = createStore(connection, preferencesDeclaration, { clock });
  const organizations = createProjection<Organization>(connection, organizationsDeclaration);
  const fairs = createProjection<Fair>(connection, fairsDeclaration);
  const booths = createProjection<Booth>(connection, boothsDeclaration);
  const recommendations = createStore(connection, recommendationsDeclaration, { clock });
  return {
    meetings,
    preferences,
    recommendations,
    storedEntries: (organizationIds) => storedEntries(recommendations, organizationIds),
    catalogues: createCatalogues(connection),
    scheduleRuns: createStore(connection, scheduleRunsDeclaration, { clock }),
    runParts: createRunParts(connection),
    scheduleNotices: createStore(connection, scheduleNoticesDeclaration, { clock }),
    slotOpenings: createStore(connection, slotOpeningsDeclaration, { clock }),
    organizations,
    fairs,
    booths,
    live: createLiveMatches({ marks: createMarkBook(connection), open: openThread(threadOf(config)), logger }),
    clock,
    logger,
    readClaims: createReadClaims(meetings),
    fair: (fairId) => fairOf(fairs, fairId),
    organization: (organizationId) => organizations.get(organizationId),
    boothsOf: (hosts) => boothsOf(booths, hosts),
    preferencesBetween: (fairId, own, other) => preferencesBetween(preferences, fairId, own, other),
  };
}

const threadOf = (config: MatchmakingConfig): ThreadOptions => ({
  url: config.MONGO_URL,
  database: config.MONGO_DATABASE,
  heapMegabytes: config.MATCHING_HEAP_MB,
});
