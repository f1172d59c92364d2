import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { visibleOrganization } from "../domain/may-see-organization.ts";
import { viewerOf } from "./caller.ts";
import { presentNeed, presentOffer } from "./present-listing.ts";
import { presentOrganization } from "./present-organization.ts";

export const getOrganizationRoute = ({ organizations, offers, needs }: RegistryDeps) =>
  route(registryOperations.getOrganization, async ({ params: { fairId, organizationId }, principal }) => {
    const viewer = viewerOf(principal, fairId);
    const stored = await organizations.store.load(organizationId);
    visibleOrganization(viewer, stored.state);
    const [offered, needed] = await Promise.all([offers.ofOrganization(organizationId), needs.ofOrganization(organizationId)]);
    return {
      ...presentOrganization(stored, viewer),
      offers: offered.map(presentOffer),
      needs: needed.map(presentNeed),
    };
  });
