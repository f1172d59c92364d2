import { registryOperations } from "@rialto/contracts/registry/operations";
import { pageFrom } from "@rialto/service-kit/page-cursor";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { seesEveryStatus } from "../domain/may-see-organization.ts";
import { viewerOf } from "./caller.ts";

export const listOrganizationsRoute = ({ organizations }: RegistryDeps) =>
  route(registryOperations.listOrganizations, async ({ params: { fairId }, query, principal }) => {
    const everyStatus = seesEveryStatus(viewerOf(principal, fairId));
    if (!everyStatus && query.status !== undefined && query.status !== "verified") return { items: [] };
    const found = await organizations.list({ ...query, fairId, status: everyStatus ? query.status : "verified" });
    return pageFrom(
      found,
      query.limit,
      ({ _id, version, state: { status, profile } }) => ({
        organizationId: _id,
        version,
        status,
        role: profile.role,
        name: profile.name,
        country: profile.country,
      }),
      ({ _id, state }) => [state.sortName, _id],
    );
  });
