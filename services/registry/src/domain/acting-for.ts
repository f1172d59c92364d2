import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import type { ExistingOrganization, Organization } from "./organization.ts";

/** Who commands, and at which fair. */
export interface Actor {
  readonly accountId: string;
  readonly fairId: string;
  /** Organizer of that fair. */
  readonly organizer: boolean;
}

/** The organization, if it exists at this fair. One of another fair is not told apart from none. */
export function atFair(fairId: string, state: Organization): ExistingOrganization {
  if (state.status === "none" || state.fairId !== fairId) throw refuseInRegistry("ORGANIZATION_NOT_FOUND");
  return state;
}

export const represents = (accountId: string, state: ExistingOrganization): boolean =>
  state.representatives.some((one) => one.accountId === accountId);

/** The document decides, not the token: who was removed a minute ago acts no more. */
export function ownOrganization(actor: Actor, state: Organization): ExistingOrganization {
  const organization = atFair(actor.fairId, state);
  if (!represents(actor.accountId, organization)) throw refuseInRegistry("NOT_YOUR_ORGANIZATION");
  return organization;
}

export const ownOrganizationOrOrganizer = (actor: Actor, state: Organization): ExistingOrganization =>
  actor.organizer ? atFair(actor.fairId, state) : ownOrganization(actor, state);
