import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { ownOrganizationOrOrganizer } from "../domain/acting-for.ts";
import { representativeOf } from "../domain/remove-representative.ts";
import { inviteAgain } from "../people/invite.ts";
import { actorOf } from "./caller.ts";

export const renewInvitationRoute = (deps: RegistryDeps) =>
  route(registryOperations.renewInvitation, async ({ params, principal, cause, now }) => {
    const { fairId, organizationId, representativeId } = params;
    const actor = actorOf(principal, fairId);
    const organization = ownOrganizationOrOrganizer(actor, (await deps.organizations.store.load(organizationId)).state);
    const { accountId } = representativeOf(organization, representativeId);
    return inviteAgain(deps, accountId, { fairId, organizationId, asOrganizer: actor.organizer, now, cause });
  });
