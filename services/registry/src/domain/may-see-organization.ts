import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import { type Actor, atFair, represents } from "./acting-for.ts";
import type { ExistingOrganization, Organization } from "./organization.ts";

/** Somebody who looks; zone managers see what organizers see. */
export interface Viewer extends Actor {
  readonly zoneManager: boolean;
}

export const seesEveryStatus = (viewer: Viewer): boolean => viewer.organizer || viewer.zoneManager;

/** Until it is verified, an organization is visible to itself and to those who run the fair only. */
export function visibleOrganization(viewer: Viewer, state: Organization): ExistingOrganization {
  const organization = atFair(viewer.fairId, state);
  const visible = organization.status === "verified" || seesEveryStatus(viewer) || represents(viewer.accountId, organization);
  if (!visible) throw refuseInRegistry("ORGANIZATION_NOT_FOUND");
  return organization;
}

/** The reason of a rejection concerns the organization and those who decide, nobody else. */
export const seesReason = (viewer: Viewer, organization: ExistingOrganization): boolean =>
  seesEveryStatus(viewer) || represents(viewer.accountId, organization);
