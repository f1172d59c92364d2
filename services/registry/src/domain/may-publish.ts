import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import { type Actor, ownOrganization, ownOrganizationOrOrganizer } from "./acting-for.ts";
import type { Listing, PublishedListing } from "./listing.ts";
import type { ExistingOrganization, Organization } from "./organization.ts";

export const MOST_LISTINGS = 100;

/** An organization that waits for its verification may prepare its listings; a rejected one may not. */
export function mayPublish(actor: Actor, organization: Organization): ExistingOrganization {
  const own = ownOrganization(actor, organization);
  if (own.status === "rejected") throw refuseInRegistry("ORGANIZATION_IS_REJECTED");
  return own;
}

/** Counted just before the write: two at the same instant can exceed the limit by one, which harms nobody. */
export function checkListingLimit(publishedCount: number): void {
  if (publishedCount >= MOST_LISTINGS) throw refuseInRegistry("LISTING_LIMIT_REACHED", { limit: MOST_LISTINGS });
}

/** The listing, if it stands at this fair. */
export function standing(code: "OFFER_NOT_FOUND" | "NEED_NOT_FOUND", fairId: string, state: Listing): PublishedListing {
  if (state.status !== "published" || state.fairId !== fairId) throw refuseInRegistry(code);
  return state;
}

export const mayWithdraw = (actor: Actor, organization: Organization): ExistingOrganization =>
  ownOrganizationOrOrganizer(actor, organization);
