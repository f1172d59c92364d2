import { organizationVerified } from "@rialto/contracts/registry/events";
import { atFair } from "./acting-for.ts";
import type { Organization, OrganizationEvent } from "./organization.ts";

export interface VerifyOrganization {
  readonly fairId: string;
  readonly now: string;
}

/** A rejected organization may be verified later: most rejections are a paper that could not be read. */
export function verifyOrganization({ fairId, now }: VerifyOrganization, state: Organization): OrganizationEvent[] {
  const { id, status } = atFair(fairId, state);
  return status === "verified" ? [] : [organizationVerified.draft({ organizationId: id, fairId, verifiedAt: now })];
}
