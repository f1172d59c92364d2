import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { rejectOrganization } from "../domain/reject-organization.ts";
import { viewerOf } from "./caller.ts";
import { presentOrganization } from "./present-organization.ts";

export const rejectOrganizationRoute = ({ organizations }: RegistryDeps) =>
  route(registryOperations.rejectOrganization, async ({ params: { fairId, organizationId }, body, principal, cause, now }) => {
    const command = { fairId, reason: body.reason, now };
    const written = await organizations.store.update(organizationId, (state) => rejectOrganization(command, state), cause);
    return presentOrganization(written, viewerOf(principal, fairId));
  });
