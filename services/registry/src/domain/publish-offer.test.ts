import { newId } from "@rialto/contracts/kernel/ids";
import { offerPublished, offerWithdrawn } from "@rialto/contracts/registry/events";
import { given } from "@rialto/testing/given";
import { describe, test } from "vitest";
import { aListing, anOrganization, asLin, asOrganizer, asStranger, content, fairId, now } from "../../test/builders.ts";
import { changeOffer } from "./change-offer.ts";
import { noListing } from "./listing.ts";
import { publishOffer } from "./publish-offer.ts";
import { withdrawOffer } from "./withdraw-offer.ts";

const offerId = newId();
const organization = anOrganization("registered");
const { id: organizationId } = organization;
const standing = aListing({ id: offerId, organizationId });
const other = { ...content, tags: ["selvedge"] };

describe("publishOffer", () => {
  const command = { actor: asLin, offerId, organization, publishedCount: 0, content, now };

  test("a waiting organization prepares its offers", () => {
    given(noListing)
      .when(publishOffer, command)
      .then([offerPublished.draft({ offerId, organizationId, fairId, content, publishedAt: now })]);
  });

  test("published twice is published once", () => {
    given(standing).when(publishOffer, command).thenNothing();
  });

  test("NOT_YOUR_ORGANIZATION: an organizer does not speak for others either", () => {
    given(noListing)
      .when(publishOffer, { ...command, actor: asStranger })
      .thenRefused("NOT_YOUR_ORGANIZATION");
    given(noListing)
      .when(publishOffer, { ...command, actor: asOrganizer })
      .thenRefused("NOT_YOUR_ORGANIZATION");
  });

  test("ORGANIZATION_IS_REJECTED", () => {
    given(noListing)
      .when(publishOffer, { ...command, organization: anOrganization("rejected") })
      .thenRefused("ORGANIZATION_IS_REJECTED");
  });

  test("LISTING_LIMIT_REACHED: the hundred-and-first", () => {
    given(noListing)
      .when(publishOffer, { ...command, publishedCount: 100 })
      .thenRefused("LISTING_LIMIT_REACHED");
  });
});

describe("changeOffer", () => {
  const command = { actor: asLin, organization, content: other, now };

  test("the offer reads anew", () => {
    given(standing)
      .when(changeOffer, command)
      .then([offerPublished.draft({ offerId, organizationId, fairId, content: other, publishedAt: now })]);
  });

  test("the same words say nothing", () => {
    given(standing)
      .when(changeOffer, { ...command, content })
      .thenNothing();
  });

  test("OFFER_NOT_FOUND: none, withdrawn, or of another fair", () => {
    given(noListing).when(changeOffer, command).thenRefused("OFFER_NOT_FOUND");
    given({ status: "withdrawn", id: offerId, organizationId, fairId } as const)
      .when(changeOffer, command)
      .thenRefused("OFFER_NOT_FOUND");
    given(aListing({ fairId: newId() }))
      .when(changeOffer, command)
      .thenRefused("OFFER_NOT_FOUND");
  });

  test("NOT_YOUR_ORGANIZATION", () => {
    given(standing)
      .when(changeOffer, { ...command, actor: asStranger })
      .thenRefused("NOT_YOUR_ORGANIZATION");
  });
});

describe("withdrawOffer", () => {
  const withdrawn = offerWithdrawn.draft({ offerId, organizationId, fairId, withdrawnAt: now });

  test.each([
    ["a representative", asLin],
    ["an organizer", asOrganizer],
  ])("%s takes it back", (_, actor) => {
    given(standing).when(withdrawOffer, { actor, organization, now }).then([withdrawn]);
  });

  test("a rejected organization may take back what it has published", () => {
    const rejected = { ...anOrganization("rejected"), id: organizationId };
    given(standing).when(withdrawOffer, { actor: asLin, organization: rejected, now }).then([withdrawn]);
  });

  test("OFFER_NOT_FOUND and NOT_YOUR_ORGANIZATION", () => {
    given(noListing).when(withdrawOffer, { actor: asLin, organization, now }).thenRefused("OFFER_NOT_FOUND");
    given(standing).when(withdrawOffer, { actor: asStranger, organization, now }).thenRefused("NOT_YOUR_ORGANIZATION");
  });
});
