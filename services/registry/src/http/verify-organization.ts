import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { verifyOrganization } from "../domain/verify-organization.ts";
import { viewerOf } from "./caller.ts";
import { presentOrganization } from "./present-organization.ts";

export const verifyOrganizationRoute = ({ organizations }: RegistryDeps) =>
  route(registryOperations.verifyOrganization, async ({ params: { fairId, organizationId }, principal, cause, now }) => {
    const written = await organizations.store.update(
      organizationId,
      (state) => verifyOrganization({ fairId, now }, state),
      cause,
    );
    return presentOrganization(written, viewerOf(principal, fairId));
  });
