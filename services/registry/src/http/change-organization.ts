import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { changeOrganization } from "../domain/change-organization.ts";
import { viewerOf } from "./caller.ts";
import { presentOrganization } from "./present-organization.ts";

export const changeOrganizationRoute = ({ organizations }: RegistryDeps) =>
  route(registryOperations.changeOrganization, async ({ params, body: profile, principal, cause, now }) => {
    const viewer = viewerOf(principal, params.fairId);
    const command = { actor: viewer, profile, now };
    const written = await organizations.store.update(params.organizationId, (state) => changeOrganization(command, state), cause);
    return presentOrganization(written, viewer);
  });
