import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { ownOrganizationOrOrganizer } from "../domain/acting-for.ts";
import { addRepresentative } from "../domain/add-representative.ts";
import { representativeIdFor } from "../domain/register-organization.ts";
import { alignGrant } from "../people/align-grant.ts";
import { invite } from "../people/invite.ts";
import { actorOf } from "./caller.ts";

export const addRepresentativeRoute = (deps: RegistryDeps) =>
  route(registryOperations.addRepresentative, async ({ params, body, principal, cause, now }) => {
    const { fairId, organizationId } = params;
    const actor = actorOf(principal, fairId);
    const { store } = deps.organizations;
    // Before anybody is invited: nobody opens accounts in the name of an organization that is not theirs.
    ownOrganizationOrOrganizer(actor, (await store.load(organizationId)).state);
    const { email, language, profile } = body;
    const { accountId, ...invited } = await invite(deps, {
      email,
      language,
      name: profile.name,
      fairId,
      organizationIdFor: () => organizationId,
      asOrganizer: actor.organizer,
      now,
      cause,
    });
    const representativeId = representativeIdFor(organizationId, accountId);
    const command = { actor, representativeId, accountId, profile, now };
    const { version } = await store.update(organizationId, (state) => addRepresentative(command, state), cause);
    await alignGrant(deps, { accountId, organizationId, now, cause });
    return { representativeId, version, ...invited };
  });
