import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { organizationIdFor, registerOrganization, representativeIdFor } from "../domain/register-organization.ts";
import { alignGrant } from "../people/align-grant.ts";
import { openOrProve } from "../people/open-or-prove.ts";
import { currentAccount } from "./current-account.ts";
import { mustKnowFair } from "./known-fair.ts";

/**
 * Account, then organization with its first representative, then the account's grant: each step finds what an earlier
 * attempt has done, so sending it again completes it; after a crash the grant is also given by a reaction.
 */
export const registerOrganizationRoute = (deps: RegistryDeps) =>
  route(registryOperations.registerOrganization, async ({ params: { fairId }, body, cause, now, http }) => {
    await mustKnowFair(deps.fairs, fairId);
    const { organization: profile, representative, ...credentials } = body;
    const newcomer = { ...credentials, name: representative.name, address: http.address, now };
    const { id: accountId } = await openOrProve(deps, newcomer, cause);
    const organizationId = organizationIdFor(fairId, accountId, profile);
    const representativeId = representativeIdFor(organizationId, accountId);
    const person = { representativeId, accountId, profile: representative };
    const command = { fairId, organizationId, profile, representative: person, now };
    const mine = { ...cause, actorId: accountId };
    const { version } = await deps.organizations.store.update(
      organizationId,
      (state) => registerOrganization(command, state),
      mine,
    );
    await alignGrant(deps, { accountId, organizationId, now, cause: mine });
    const session = await deps.sessions.begin(await currentAccount(deps.accounts, accountId), now);
    return { organizationId, representativeId, accountId, version, session };
  });
