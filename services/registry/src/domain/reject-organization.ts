import { organizationRejected } from "@rialto/contracts/registry/events";
import { atFair } from "./acting-for.ts";
import type { Organization, OrganizationEvent } from "./organization.ts";

export interface RejectOrganization {
  readonly fairId: string;
  readonly reason: string;
  readonly now: string;
}

export function rejectOrganization({ fairId, reason, now }: RejectOrganization, state: Organization): OrganizationEvent[] {
  const organization = atFair(fairId, state);
  if (organization.status === "rejected" && organization.reason === reason) return [];
  return [organizationRejected.draft({ organizationId: organization.id, fairId, reason, rejectedAt: now })];
}
