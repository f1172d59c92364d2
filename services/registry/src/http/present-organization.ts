import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import type { Stored } from "@rialto/persistence/store.types";
import { seesReason, type Viewer } from "../domain/may-see-organization.ts";
import type { Organization } from "../domain/organization.ts";

/** Without account ids: they belong to the people, not to the fair. */
export function presentOrganization({ version, state }: Stored<Organization>, viewer: Viewer) {
  if (state.status === "none") throw refuseInRegistry("ORGANIZATION_NOT_FOUND");
  const { id, fairId, status, profile, representatives, registeredAt } = state;
  return {
    organizationId: id,
    fairId,
    version,
    status,
    ...(state.status === "rejected" && seesReason(viewer, state) ? { reason: state.reason } : {}),
    profile,
    representatives: representatives.map(({ representativeId, profile: shown }) => ({ representativeId, profile: shown })),
    registeredAt,
  };
}
