import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { organizationIdFor, registerOrganization, representativeIdFor } from "../domain/register-organization.ts";
import { alignGrant } from "../people/align-grant.ts";
import { invite } from "../people/invite.ts";
import { mustKnowFair } from "./known-fair.ts";

export const registerOrganizationForRoute = (deps: RegistryDeps) =>
  route(registryOperations.registerOrganizationFor, async ({ params: { fairId }, body, cause, now }) => {
    await mustKnowFair(deps.fairs, fairId);
    const { organization: profile, representative, email, language } = body;
    const idFor = (accountId: string) => organizationIdFor(fairId, accountId, profile);
    const person = { email, language, name: representative.name };
    const { accountId, ...invited } = await invite(deps, {
      ...person,
      fairId,
      organizationIdFor: idFor,
      asOrganizer: true,
      now,
      cause,
    });
    const organizationId = idFor(accountId);
    const representativeId = representativeIdFor(organizationId, accountId);
    const first = { representativeId, accountId, profile: representative };
    const command = { fairId, organizationId, profile, representative: first, now };
    const { version } = await deps.organizations.store.update(
      organizationId,
      (state) => registerOrganization(command, state),
      cause,
    );
    await alignGrant(deps, { accountId, organizationId, now, cause });
    return { organizationId, representativeId, accountId, version, ...invited };
  });
