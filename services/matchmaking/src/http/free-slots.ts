import { freeSlots } from "@rialto/contracts/matchmaking/operations";
import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { actingFor, assertRepresents } from "../domain/actor.ts";
import { slotsFreeForSomebody } from "../domain/free-times.ts";
import { isAdmitted } from "../domain/organization.ts";
import { actorOf } from "./actor-of.ts";

export const freeSlotsRoute = ({ fair, organization, boothsOf, readClaims }: MatchmakingDeps) =>
  route(freeSlots, async ({ params: { fairId, organizationId }, query, principal, now }) => {
    const me = actingFor(actorOf(principal, fairId), query.actingOrganizationId);
    const [known, own, other] = await Promise.all([fair(fairId), organization(me.organizationId), organization(organizationId)]);
    assertRepresents(own, me.representativeId);
    if (!isAdmitted(other) || other.fairId !== fairId) throw refuseMatchmaking("OTHER_ORGANIZATION_NOT_FOUND");
    const booths = await boothsOf([own, other]);
    const theirs = other.representatives.map(({ representativeId }) => representativeId);
    const selection = { representativeIds: [me.representativeId, ...theirs], boothIds: booths.map(({ boothId }) => boothId) };
    const taken = await readClaims(fairId, selection);
    return { slots: slotsFreeForSomebody({ fair: known, representativeIds: [me.representativeId], booths, taken, now }, theirs) };
  });
