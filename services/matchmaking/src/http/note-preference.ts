import { notePreference } from "@rialto/contracts/matchmaking/operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { actingFor } from "../domain/actor.ts";
import { notePreference as decide } from "../domain/note-preference.ts";
import { preferenceIdOf } from "../domain/preference.ts";
import { presentPreference } from "../presenting/present-preference.ts";
import { actorOf } from "./actor-of.ts";

export const notePreferenceRoute = ({ preferences, organization }: MatchmakingDeps) =>
  route(notePreference, async ({ params: { fairId, organizationId: aboutOrganizationId }, body, principal, cause, now }) => {
    const participation = actingFor(actorOf(principal, fairId), body.actingOrganizationId);
    const [own, about] = await Promise.all([organization(participation.organizationId), organization(aboutOrganizationId)]);
    const { preference } = body;
    const command = { fairId, participation, own, aboutOrganizationId, about, preference, now };
    const preferenceId = preferenceIdOf(fairId, participation.organizationId, aboutOrganizationId);
    const { version, state } = await preferences.update(preferenceId, (note) => decide(command, note), cause);
    if (state.status === "noted") return presentPreference(version, state);
    return { preferenceId, version: 1, organizationId: aboutOrganizationId, preference: null, notedAt: now };
  });
