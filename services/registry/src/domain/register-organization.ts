import { isDeepStrictEqual } from "node:util";
import { derivedId } from "@rialto/contracts/kernel/ids";
import {
  type OrganizationProfile,
  organizationRegistered,
  type RepresentativeProfile,
  representativeAdded,
} from "@rialto/contracts/registry/events";
import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import { represents } from "./acting-for.ts";
import type { Organization, OrganizationEvent } from "./organization.ts";
import { fold } from "./search-terms.ts";

export interface RegisterOrganization {
  readonly fairId: string;
  readonly organizationId: string;
  readonly profile: OrganizationProfile;
  readonly representative: {
    readonly representativeId: string;
    readonly accountId: string;
    readonly profile: RepresentativeProfile;
  };
  readonly now: string;
}

/** The same person registering the same name at the same fair means the same organization, however often it is sent. */
export const organizationIdFor = (fairId: string, accountId: string, { name }: OrganizationProfile): string =>
  derivedId("organization", fairId, accountId, fold(name.en ?? ""), fold(name.zh ?? ""));

export const representativeIdFor = (organizationId: string, accountId: string): string =>
  derivedId("representative", organizationId, accountId);

export function registerOrganization(command: RegisterOrganization, state: Organization): OrganizationEvent[] {
  const { fairId, organizationId, profile, representative, now } = command;
  if (state.status === "none") {
    return [
      organizationRegistered.draft({ organizationId, fairId, profile, registeredAt: now }),
      representativeAdded.draft({ organizationId, fairId, role: profile.role, ...representative, addedAt: now }),
    ];
  }
  if (represents(representative.accountId, state) && isDeepStrictEqual(state.profile, profile)) return [];
  throw refuseInRegistry("ORGANIZATION_ALREADY_REGISTERED", { organizationId });
}
