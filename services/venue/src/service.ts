import { defineService, type ServiceDefinition } from "@rialto/service-kit/define-service";
import type { Platform } from "@rialto/service-kit/platform";
import type { VenueConfig } from "./config.ts";
import { createVenueDeps, type VenueDeps } from "./deps.ts";
import { addHallRoute } from "./http/add-hall.ts";
import { addZoneRoute } from "./http/add-zone.ts";
import { assignBoothRoute } from "./http/assign-booth.ts";
import { blockBoothRoute } from "./http/block-booth.ts";
import { changeFairRulesRoute } from "./http/change-fair-rules.ts";
import { confirmBoothRoute } from "./http/confirm-booth.ts";
import { getBoothRoute } from "./http/get-booth.ts";
import { getFairRoute } from "./http/get-fair.ts";
import { holdBoothRoute } from "./http/hold-booth.ts";
import { listBoothsRoute } from "./http/list-booths.ts";
import { listFairsRoute } from "./http/list-fairs.ts";
import { planBoothsRoute } from "./http/plan-booths.ts";
import { planFairRoute } from "./http/plan-fair.ts";
import { releaseBoothRoute } from "./http/release-booth.ts";
import { releaseBoothAsOrganizerRoute } from "./http/release-booth-as-organizer.ts";
import { unblockBoothRoute } from "./http/unblock-booth.ts";
import { whenBoothsLaidOutPlanThem } from "./reactions/when-booths-laid-out-plan-them.ts";
import { whenOrganizationChangedNoteIt } from "./reactions/when-organization-changed-note-it.ts";
import { whenOrganizationRegisteredNoteIt } from "./reactions/when-organization-registered-note-it.ts";
import { whenOrganizationRejectedReleaseItsBooths } from "./reactions/when-organization-rejected-release-its-booths.ts";
import { whenOrganizationVerifiedNoteIt } from "./reactions/when-organization-verified-note-it.ts";
import { expireHolds } from "./schedules/expire-holds.ts";

export const reactionsOf = (deps: VenueDeps) => [
  whenOrganizationRegisteredNoteIt(deps),
  whenOrganizationChangedNoteIt(deps),
  whenOrganizationVerifiedNoteIt(deps),
  whenOrganizationRejectedReleaseItsBooths(deps),
  whenBoothsLaidOutPlanThem(deps),
];

/** Everything the venue does, by name. */
export function composeVenue(platform: Platform, config: VenueConfig): ServiceDefinition {
  const deps = createVenueDeps(platform);

  return defineService("venue", {
    routes: [
      planFairRoute(deps),
      changeFairRulesRoute(deps),
      getFairRoute(deps),
      listFairsRoute(deps),
      addHallRoute(deps),
      addZoneRoute(deps),
      planBoothsRoute(deps),
      listBoothsRoute(deps),
      getBoothRoute(deps),
      holdBoothRoute(deps),
      releaseBoothRoute(deps),
      confirmBoothRoute(deps),
      assignBoothRoute(deps),
      releaseBoothAsOrganizerRoute(deps),
      blockBoothRoute(deps),
      unblockBoothRoute(deps),
    ],
    reactions: reactionsOf(deps),
    schedules: [expireHolds(deps, config.HOLD_SWEEP_SECONDS)],
    stores: [deps.fairs.store, deps.layouts, deps.booths.store],
    projections: [deps.organizations],
  });
}
