import { isDeepStrictEqual } from "node:util";
import { type OrganizationProfile, organizationChanged } from "@rialto/contracts/registry/events";
import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import { type Actor, ownOrganizationOrOrganizer } from "./acting-for.ts";
import type { Organization, OrganizationEvent } from "./organization.ts";

export interface ChangeOrganization {
  readonly actor: Actor;
  readonly profile: OrganizationProfile;
  readonly now: string;
}

/** The role stays: booths, meetings and grants were given for it. */
export function changeOrganization({ actor, profile, now }: ChangeOrganization, state: Organization): OrganizationEvent[] {
  const { id, fairId, profile: current } = ownOrganizationOrOrganizer(actor, state);
  if (profile.role !== current.role) throw refuseInRegistry("ORGANIZATION_ROLE_FIXED", { role: current.role });
  if (isDeepStrictEqual(profile, current)) return [];
  return [organizationChanged.draft({ organizationId: id, fairId, profile, changedAt: now })];
}
