import { createProjection } from "@rialto/persistence/projection";
import { createStore } from "@rialto/persistence/store";
import type { Platform } from "@rialto/service-kit/platform";
import type { MatchmakingDeps } from "./deps.ts";
import type { Fair } from "./domain/fair.ts";
import type { Organization } from "./domain/organization.ts";
import type { Booth } from "./domain/place.ts";
import { createLiveMatches } from "./matching/live-matches.ts";
import { createSimpleMatcher } from "./matching/simple-matcher.ts";
import { boothsDeclaration, boothsOf } from "./store/booths.ts";
import { fairOf, fairsDeclaration } from "./store/fairs.ts";
import { createMatchSource } from "./store/match-source.ts";
import { meetingsDeclaration } from "./store/meetings.ts";
import { organizationsDeclaration } from "./store/organizations.ts";
import { preferencesBetween, preferencesDeclaration } from "./store/preferences.ts";
import { recommendationsDeclaration, storedListsWith } from "./store/recommendations.ts";
import { createRunParts } from "./store/run-parts.ts";
import { scheduleNoticesDeclaration } from "./store/schedule-notices.ts";
import { scheduleRunsDeclaration } from "./store/schedule-runs.ts";
import { slotOpeningsDeclaration } from "./store/slot-openings.ts";
import { createReadClaims } from "./store/taken-claims.ts";

/** Stores, projections and the live matches on the platform's connection. */
export function matchmakingDeps({ connection, clock, logger }: Platform): MatchmakingDeps {
  const meetings = createStore(connection, meetingsDeclaration, { clock });
  const preferences = createStore(connection, preferencesDeclaration, { clock });
  const organizations = createProjection<Organization>(connection, organizationsDeclaration);
  const fairs = createProjection<Fair>(connection, fairsDeclaration);
  const booths = createProjection<Booth>(connection, boothsDeclaration);
  const recommendations = createStore(connection, recommendationsDeclaration, { clock });
  const source = createMatchSource(connection, { organizations, preferences });
  return {
    meetings,
    preferences,
    recommendations,
    storedListsWith: (organizationId) => storedListsWith(recommendations, organizationId),
    scheduleRuns: createStore(connection, scheduleRunsDeclaration, { clock }),
    runParts: createRunParts(connection),
    scheduleNotices: createStore(connection, scheduleNoticesDeclaration, { clock }),
    slotOpenings: createStore(connection, slotOpeningsDeclaration, { clock }),
    organizations,
    fairs,
    booths,
    live: createLiveMatches({ source, createMatcher: createSimpleMatcher, logger }),
    clock,
    logger,
    readClaims: createReadClaims(meetings),
    fair: (fairId) => fairOf(fairs, fairId),
    organization: (organizationId) => organizations.get(organizationId),
    boothsOf: (hosts) => boothsOf(booths, hosts),
    preferencesBetween: (fairId, own, other) => preferencesBetween(preferences, fairId, own, other),
  };
}
