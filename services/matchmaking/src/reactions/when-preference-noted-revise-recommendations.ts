import { preferenceNoted } from "@rialto/contracts/matchmaking/events";
import { react } from "@rialto/messaging/bus";
import { causedBy } from "@rialto/service-kit/cause";
import type { MatchmakingDeps } from "../deps.ts";
import { reviseListsAfterCatchingUp } from "../matching/revise-lists.ts";

/** When an organization says no thanks, or takes it back, the two leave or enter each other's lists. */
export const whenPreferenceNotedReviseRecommendations = (deps: MatchmakingDeps) =>
  react(preferenceNoted, "matchmaking.apply-preference", async (event) => {
    await reviseListsAfterCatchingUp(deps, causedBy(event));
  });
