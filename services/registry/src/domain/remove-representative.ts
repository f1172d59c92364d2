import { representativeRemoved } from "@rialto/contracts/registry/events";
import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import { type Actor, ownOrganizationOrOrganizer } from "./acting-for.ts";
import type { ExistingOrganization, Organization, OrganizationEvent, Representative } from "./organization.ts";

export interface RemoveRepresentative {
  readonly actor: Actor;
  readonly representativeId: string;
  readonly now: string;
}

export function representativeOf(organization: ExistingOrganization, representativeId: string): Representative {
  const found = organization.representatives.find((one) => one.representativeId === representativeId);
  if (found === undefined) throw refuseInRegistry("REPRESENTATIVE_NOT_FOUND");
  return found;
}

export function removeRepresentative(command: RemoveRepresentative, state: Organization): OrganizationEvent[] {
  const { actor, representativeId, now } = command;
  const organization = ownOrganizationOrOrganizer(actor, state);
  const { accountId } = representativeOf(organization, representativeId);
  if (organization.representatives.length === 1) throw refuseInRegistry("LAST_REPRESENTATIVE");
  const { id: organizationId, fairId } = organization;
  return [representativeRemoved.draft({ organizationId, fairId, representativeId, accountId, removedAt: now })];
}
