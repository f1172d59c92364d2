import { type RepresentativeProfile, representativeAdded } from "@rialto/contracts/registry/events";
import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import { type Actor, ownOrganizationOrOrganizer, represents } from "./acting-for.ts";
import type { Organization, OrganizationEvent } from "./organization.ts";

const MOST_REPRESENTATIVES = 50;

export interface AddRepresentative {
  readonly actor: Actor;
  readonly representativeId: string;
  readonly accountId: string;
  readonly profile: RepresentativeProfile;
  readonly now: string;
}

export function addRepresentative(command: AddRepresentative, state: Organization): OrganizationEvent[] {
  const { actor, representativeId, accountId, profile, now } = command;
  const organization = ownOrganizationOrOrganizer(actor, state);
  if (represents(accountId, organization)) return [];
  if (organization.representatives.length >= MOST_REPRESENTATIVES) throw refuseInRegistry("REPRESENTATIVE_LIMIT_REACHED");
  const { id: organizationId, fairId, profile: ours } = organization;
  return [
    representativeAdded.draft({ organizationId, fairId, role: ours.role, representativeId, accountId, profile, addedAt: now }),
  ];
}
