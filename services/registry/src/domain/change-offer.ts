import { isDeepStrictEqual } from "node:util";
import { type ListingContent, offerPublished } from "@rialto/contracts/registry/events";
import type { Actor } from "./acting-for.ts";
import type { Listing, OfferEvent } from "./listing.ts";
import { mayPublish, standing } from "./may-publish.ts";
import type { Organization } from "./organization.ts";

export interface ChangeOffer {
  readonly actor: Actor;
  /** The offer's own organization. */
  readonly organization: Organization;
  readonly content: ListingContent;
  readonly now: string;
}

export function changeOffer({ actor, organization, content, now }: ChangeOffer, state: Listing): OfferEvent[] {
  const { id: offerId, organizationId, fairId, content: current } = standing("OFFER_NOT_FOUND", actor.fairId, state);
  mayPublish(actor, organization);
  if (isDeepStrictEqual(content, current)) return [];
  return [offerPublished.draft({ offerId, organizationId, fairId, content, publishedAt: now })];
}
