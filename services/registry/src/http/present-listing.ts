import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import type { ExistingListing, Listing, PublishedListing } from "../domain/listing.ts";
import type { FoundListing, ListingDocument } from "../store/listings.ts";

export const presentListing = ({ version, state }: { version: number; state: PublishedListing }) => ({
  version,
  content: state.content,
  publishedAt: state.publishedAt,
});

export const presentOffer = (document: ListingDocument) => ({ offerId: document._id, ...presentListing(document) });
export const presentNeed = (document: ListingDocument) => ({ needId: document._id, ...presentListing(document) });

export function presentOwner({ owner: [{ _id, state }] }: FoundListing) {
  const { name, country, role } = state.profile;
  return { organizationId: _id, name, country, role };
}

/** The organization a listing belongs to: known before its decision, so that the decision can judge it. */
export function ownerIdOf(code: "OFFER_NOT_FOUND" | "NEED_NOT_FOUND", listing: Listing): string {
  if (listing.status === "none") throw refuseInRegistry(code);
  return (listing satisfies ExistingListing).organizationId;
}

/** After a decision that leaves a listing published. */
export function mustBePublished(listing: Listing): PublishedListing {
  if (listing.status !== "published") throw new Error(`expected a published listing, found ${listing.status}`);
  return listing;
}
