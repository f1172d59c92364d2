import { defineOperation, only, pageOf } from "../../kernel/operation.ts";
import { atFair, everyFairRole } from "../../kernel/policy.ts";
import { registryRefusals } from "../refusals.ts";
import { AtFair, AtOffer, AtOrganization, ListingContentInput, ListingOwner, OfferView } from "../shapes.ts";
import * as example from "./examples.ts";
import { ListingQuery, listingPolicy, publishRefusals } from "./listings.ts";

const changeRefusals = only(registryRefusals, "OFFER_NOT_FOUND", "NOT_YOUR_ORGANIZATION", "ORGANIZATION_IS_REJECTED");
const atOffer = { fairId: example.fairId, offerId: example.offerId };
const exampleOffer = {
  offerId: example.offerId,
  version: 1,
  content: example.offerContent,
  publishedAt: "2026-08-02T04:00:00.000Z",
};

export const publishOffer = defineOperation({
  id: "publishOffer",
  context: "registry",
  method: "post",
  path: "/fairs/:fairId/organizations/:organizationId/offers",
  summary: "Say what one's organization sells",
  policy: listingPolicy,
  params: AtOrganization,
  body: ListingContentInput,
  result: OfferView,
  status: 201,
  refusals: publishRefusals,
  example: { params: example.atOrganization, body: example.offerContent, result: exampleOffer },
});

export const changeOffer = defineOperation({
  id: "changeOffer",
  context: "registry",
  method: "put",
  path: "/fairs/:fairId/offers/:offerId",
  summary: "Replace the text and the codes of one's own offer",
  policy: listingPolicy,
  params: AtOffer,
  body: ListingContentInput,
  result: OfferView,
  refusals: changeRefusals,
  example: { params: atOffer, body: example.offerContent, result: { ...exampleOffer, version: 2 } },
});

export const withdrawOffer = defineOperation({
  id: "withdrawOffer",
  context: "registry",
  method: "delete",
  path: "/fairs/:fairId/offers/:offerId",
  summary: "Take one's own offer back; an organizer may take back any",
  policy: atFair("organizer", "exhibitor", "buyer", "partner"),
  params: AtOffer,
  result: OfferView.pick({ offerId: true, version: true }),
  refusals: only(registryRefusals, "OFFER_NOT_FOUND", "NOT_YOUR_ORGANIZATION"),
  example: { params: atOffer, result: { offerId: example.offerId, version: 2 } },
});

export const listOffers = defineOperation({
  id: "listOffers",
  context: "registry",
  method: "get",
  path: "/fairs/:fairId/offers",
  summary: "The offers of verified organizations, newest first; one's own organization's whatever its status",
  policy: atFair(...everyFairRole),
  params: AtFair,
  query: ListingQuery,
  result: pageOf(OfferView.extend({ organization: ListingOwner })),
  example: {
    params: example.atFair,
    query: { q: "denim", hsCode: "62" },
    result: {
      items: [
        {
          ...exampleOffer,
          organization: { organizationId: example.organizationId, name: example.profile.name, country: "CN", role: "exhibitor" },
        },
      ],
    },
  },
});
