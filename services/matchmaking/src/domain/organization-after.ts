import type { EnvelopeOf } from "@rialto/contracts/kernel/event";
import type {
  needPublished,
  needWithdrawn,
  offerPublished,
  offerWithdrawn,
  organizationChanged,
  organizationRegistered,
  organizationRejected,
  organizationVerified,
  representativeAdded,
  representativeRemoved,
} from "@rialto/contracts/registry/events";
import type { Listing, Organization } from "./organization.ts";

export type OrganizationNews =
  | EnvelopeOf<typeof organizationRegistered>
  | EnvelopeOf<typeof organizationChanged>
  | EnvelopeOf<typeof organizationVerified>
  | EnvelopeOf<typeof organizationRejected>
  | EnvelopeOf<typeof representativeAdded>
  | EnvelopeOf<typeof representativeRemoved>
  | EnvelopeOf<typeof offerPublished>
  | EnvelopeOf<typeof offerWithdrawn>
  | EnvelopeOf<typeof needPublished>
  | EnvelopeOf<typeof needWithdrawn>;

/** Further offers or needs of one organization are not matched, so that nobody's profile outgrows its document. */
export const mostListings = 100;

const unhandled = (news: never): never => {
  throw new Error(`no projection of ${JSON.stringify(news)}`);
};

/** What is known of an organization after this event. Offers and needs may come before the registration. */
export function organizationAfter(row: Organization | undefined, news: OrganizationNews): Organization {
  const { organizationId, fairId } = news.data;
  const known: Organization = row ?? { organizationId, fairId, status: "unknown", representatives: [], offers: [], needs: [] };
  switch (news.type) {
    case "registry.organization-registered.v1":
      return { ...known, status: "registered", profile: news.data.profile };
    case "registry.organization-changed.v1":
      return { ...known, profile: news.data.profile };
    case "registry.organization-verified.v1":
      return { ...known, status: "verified" };
    case "registry.organization-rejected.v1":
      return { ...known, status: "rejected" };
    case "registry.representative-added.v1":
    case "registry.representative-removed.v1":
      return { ...known, representatives: representativesAfter(known, news) };
    case "registry.offer-published.v1":
      return { ...known, offers: listingsWith(known.offers, { id: news.data.offerId, content: news.data.content }) };
    case "registry.offer-withdrawn.v1":
      return { ...known, offers: listingsWithout(known.offers, news.data.offerId) };
    case "registry.need-published.v1":
      return { ...known, needs: listingsWith(known.needs, { id: news.data.needId, content: news.data.content }) };
    case "registry.need-withdrawn.v1":
      return { ...known, needs: listingsWithout(known.needs, news.data.needId) };
    default:
      return unhandled(news);
  }
}

type RepresentativeNews = EnvelopeOf<typeof representativeAdded> | EnvelopeOf<typeof representativeRemoved>;

function representativesAfter({ representatives }: Organization, { type, data }: RepresentativeNews) {
  const others = representatives.filter((person) => person.representativeId !== data.representativeId);
  if (type === "registry.representative-removed.v1") return others;
  const { representativeId, accountId, profile } = data;
  return [...others, { representativeId, accountId, ...profile }];
}

const listingsWithout = (listings: readonly Listing[], id: string) => listings.filter((listing) => listing.id !== id);

const listingsWith = (listings: readonly Listing[], listing: Listing) =>
  listings.some(({ id }) => id === listing.id)
    ? listings.map((present) => (present.id === listing.id ? listing : present))
    : [...listings, listing].slice(0, mostListings);
