import { refuseInGeneral } from "@rialto/contracts/kernel/general-refusals";
import { listMeetings } from "@rialto/contracts/matchmaking/operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { type Actor, actingFor } from "../domain/actor.ts";
import { presentMeetings } from "../presenting/present-meetings.ts";
import { findMeetings, type MeetingScope } from "../store/meeting-lists.ts";
import { actorOf } from "./actor-of.ts";

export const listMeetingsRoute = ({ meetings, organizations }: MatchmakingDeps) =>
  route(listMeetings, async ({ params: { fairId }, query, principal }) => {
    const actor = actorOf(principal, fairId);
    const scope = scopeOf(actor, query.scope, query.actingOrganizationId);
    const { items, ...next } = await findMeetings(meetings, { ...query, fairId, scope });
    return { items: await presentMeetings(organizations, actor, items), ...next };
  });

function scopeOf(actor: Actor, scope: "mine" | "organization" | "all", actingOrganizationId?: string): MeetingScope {
  if (scope === "all" && !actor.organizer) throw refuseInGeneral("FORBIDDEN");
  if (scope === "all") return { fairId: actor.fairId };
  const { organizationId, representativeId } = actingFor(actor, actingOrganizationId);
  return scope === "mine" ? { representativeId } : { organizationId };
}
