import { type ListingContent, offerPublished } from "@rialto/contracts/registry/events";
import type { Actor } from "./acting-for.ts";
import type { Listing, OfferEvent } from "./listing.ts";
import { checkListingLimit, mayPublish } from "./may-publish.ts";
import type { Organization } from "./organization.ts";

export interface PublishOffer {
  readonly actor: Actor;
  readonly offerId: string;
  readonly organization: Organization;
  /** How many offers of the organization stand already. */
  readonly publishedCount: number;
  readonly content: ListingContent;
  readonly now: string;
}

export function publishOffer(command: PublishOffer, state: Listing): OfferEvent[] {
  const { actor, offerId, organization, publishedCount, content, now } = command;
  const { id: organizationId, fairId } = mayPublish(actor, organization);
  if (state.status !== "none") return [];
  checkListingLimit(publishedCount);
  return [offerPublished.draft({ offerId, organizationId, fairId, content, publishedAt: now })];
}
