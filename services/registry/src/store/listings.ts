import type { Draft } from "@rialto/contracts/kernel/event";
import { createStore } from "@rialto/persistence/store";
import type { AggregateDocument, Store, StoreDeclaration } from "@rialto/persistence/store.types";
import type { Connection } from "mongoose";
import {
  evolveListing,
  type Listing,
  type NeedEvent,
  needDefinitions,
  noListing,
  type OfferEvent,
  offerDefinitions,
  type PublishedListing,
} from "../domain/listing.ts";
import { MOST_LISTINGS } from "../domain/may-publish.ts";
import type { ExistingOrganization } from "../domain/organization.ts";
import { type ListingQuery, searchPipeline } from "./listing-search.ts";

export type ListingDocument = AggregateDocument<PublishedListing>;
export type FoundListing = ListingDocument & { readonly owner: readonly [AggregateDocument<ExistingOrganization>] };

export interface Listings<Event extends Draft> {
  readonly store: Store<Listing, Event>;
  ofOrganization(organizationId: string): Promise<ListingDocument[]>;
  countOf(organizationId: string): Promise<number>;
  /** Newest first, each with its organization; one more than `limit` when there is a next page. */
  search(query: ListingQuery): Promise<FoundListing[]>;
}

export type Offers = Listings<OfferEvent>;
export type Needs = Listings<NeedEvent>;

const indexes = [
  { name: "organization", fields: { "state.organizationId": 1, "state.status": 1, "state.publishedAt": -1 } },
  { name: "newest", fields: { "state.fairId": 1, "state.status": 1, "state.publishedAt": -1, _id: -1 } },
  { name: "search", fields: { "state.fairId": 1, "state.status": 1, "state.searchTerms": 1 } },
  { name: "hs-codes", fields: { "state.fairId": 1, "state.status": 1, "state.content.hsCodes": 1 } },
  { name: "tags", fields: { "state.fairId": 1, "state.status": 1, "state.tagKeys": 1 } },
] as const;

function createListings<Event extends Draft>(
  connection: Connection,
  declaration: Pick<StoreDeclaration<Listing, Event>, "name" | "definitions" | "evolve">,
): Listings<Event> {
  const store = createStore<Listing, Event>(connection, {
    ...declaration,
    context: "registry",
    initial: noListing,
    indexes: [...indexes],
  });
  const standing = (organizationId: string): Record<string, unknown> => ({
    "state.organizationId": organizationId,
    "state.status": "published",
  });
  return {
    store,
    async ofOrganization(organizationId) {
      const found = store.model
        .find(standing(organizationId))
        .sort({ "state.publishedAt": -1 })
        .limit(2 * MOST_LISTINGS);
      return found.lean<ListingDocument[]>();
    },
    countOf: (organizationId) => store.model.countDocuments(standing(organizationId)),
    search: async (query) => store.model.aggregate<FoundListing>(searchPipeline(query)),
  };
}

export const createOffers = (connection: Connection): Offers =>
  createListings<OfferEvent>(connection, { name: "offers", definitions: offerDefinitions, evolve: evolveListing });

export const createNeeds = (connection: Connection): Needs =>
  createListings<NeedEvent>(connection, { name: "needs", definitions: needDefinitions, evolve: evolveListing });
