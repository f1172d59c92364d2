import type { DraftOf } from "@rialto/contracts/kernel/event";
import {
  type ListingContent,
  needPublished,
  needWithdrawn,
  offerPublished,
  offerWithdrawn,
} from "@rialto/contracts/registry/events";
import { fold, searchTermsOf } from "./search-terms.ts";

/** An offer or a need: both are read, found and taken back alike. */
export type Listing = { readonly status: "none" } | ExistingListing;
export type ExistingListing = PublishedListing | WithdrawnListing;

interface ListingFacts {
  readonly id: string;
  readonly organizationId: string;
  readonly fairId: string;
}

export type WithdrawnListing = ListingFacts & { readonly status: "withdrawn" };
export type PublishedListing = ListingFacts & {
  readonly status: "published";
  readonly content: ListingContent;
  readonly publishedAt: string;
  /** Derived from the content, for typed search and for tags however they are spelled. */
  readonly searchTerms: readonly string[];
  readonly tagKeys: readonly string[];
};

export const offerDefinitions = [offerPublished, offerWithdrawn] as const;
export const needDefinitions = [needPublished, needWithdrawn] as const;
export type OfferEvent = DraftOf<(typeof offerDefinitions)[number]>;
export type NeedEvent = DraftOf<(typeof needDefinitions)[number]>;

export const noListing: Listing = { status: "none" };

const unhandled = (event: never): never => {
  throw new Error(`evolve ignores ${JSON.stringify(event)}`);
};

const published = (
  id: string,
  { organizationId, fairId, content, publishedAt }: Omit<PublishedListing, "id" | "status" | "searchTerms" | "tagKeys">,
): PublishedListing => ({
  status: "published",
  id,
  organizationId,
  fairId,
  content,
  publishedAt,
  searchTerms: searchTermsOf([content.title.en, content.title.zh, ...content.tags]),
  tagKeys: content.tags.map(fold),
});

const withdrawn = (id: string, { organizationId, fairId }: Omit<ListingFacts, "id">): WithdrawnListing => ({
  status: "withdrawn",
  id,
  organizationId,
  fairId,
});

export function evolveListing(_state: Listing, event: OfferEvent | NeedEvent): Listing {
  switch (event.type) {
    case offerPublished.type:
      return published(event.data.offerId, event.data);
    case needPublished.type:
      return published(event.data.needId, event.data);
    case offerWithdrawn.type:
      return withdrawn(event.data.offerId, event.data);
    case needWithdrawn.type:
      return withdrawn(event.data.needId, event.data);
    default:
      return unhandled(event);
  }
}
