import { listPreferences } from "@rialto/contracts/matchmaking/operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { actingFor } from "../domain/actor.ts";
import { presentPreference } from "../presenting/present-preference.ts";
import { findPreferences } from "../store/preferences.ts";
import { actorOf } from "./actor-of.ts";

export const listPreferencesRoute = ({ preferences }: MatchmakingDeps) =>
  route(listPreferences, async ({ params: { fairId }, query, principal }) => {
    const { organizationId } = actingFor(actorOf(principal, fairId), query.actingOrganizationId);
    const { items, ...next } = await findPreferences(preferences, { ...query, organizationId });
    return { items: items.map(({ version, state }) => presentPreference(version, state)), ...next };
  });
