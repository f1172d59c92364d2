import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { ownOrganizationOrOrganizer } from "../domain/acting-for.ts";
import { removeRepresentative, representativeOf } from "../domain/remove-representative.ts";
import { alignGrant } from "../people/align-grant.ts";
import { viewerOf } from "./caller.ts";
import { presentOrganization } from "./present-organization.ts";

export const removeRepresentativeRoute = (deps: RegistryDeps) =>
  route(registryOperations.removeRepresentative, async ({ params, principal, cause, now }) => {
    const { fairId, organizationId, representativeId } = params;
    const viewer = viewerOf(principal, fairId);
    const { store } = deps.organizations;
    const before = ownOrganizationOrOrganizer(viewer, (await store.load(organizationId)).state);
    const { accountId } = representativeOf(before, representativeId);
    const command = { actor: viewer, representativeId, now };
    const written = await store.update(organizationId, (state) => removeRepresentative(command, state), cause);
    await alignGrant(deps, { accountId, organizationId, now, cause });
    return presentOrganization(written, viewer);
  });
