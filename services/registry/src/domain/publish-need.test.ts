import { newId } from "@rialto/contracts/kernel/ids";
import { needPublished, needWithdrawn } from "@rialto/contracts/registry/events";
import { given } from "@rialto/testing/given";
import { describe, test } from "vitest";
import { aListing, anOrganization, asLin, asOrganizer, asStranger, content, fairId, now } from "../../test/builders.ts";
import { changeNeed } from "./change-need.ts";
import { noListing } from "./listing.ts";
import { publishNeed } from "./publish-need.ts";
import { withdrawNeed } from "./withdraw-need.ts";

const needId = newId();
const organization = anOrganization("registered");
const { id: organizationId } = organization;
const standing = aListing({ id: needId, organizationId });
const other = { ...content, tags: ["selvedge"] };

describe("publishNeed", () => {
  const command = { actor: asLin, needId, organization, publishedCount: 0, content, now };

  test("a waiting organization prepares its needs", () => {
    given(noListing)
      .when(publishNeed, command)
      .then([needPublished.draft({ needId, organizationId, fairId, content, publishedAt: now })]);
  });

  test("published twice is published once", () => {
    given(standing).when(publishNeed, command).thenNothing();
  });

  test("NOT_YOUR_ORGANIZATION: an organizer does not speak for others either", () => {
    given(noListing)
      .when(publishNeed, { ...command, actor: asStranger })
      .thenRefused("NOT_YOUR_ORGANIZATION");
    given(noListing)
      .when(publishNeed, { ...command, actor: asOrganizer })
      .thenRefused("NOT_YOUR_ORGANIZATION");
  });

  test("ORGANIZATION_IS_REJECTED", () => {
    given(noListing)
      .when(publishNeed, { ...command, organization: anOrganization("rejected") })
      .thenRefused("ORGANIZATION_IS_REJECTED");
  });

  test("LISTING_LIMIT_REACHED: the hundred-and-first", () => {
    given(noListing)
      .when(publishNeed, { ...command, publishedCount: 100 })
      .thenRefused("LISTING_LIMIT_REACHED");
  });
});

describe("changeNeed", () => {
  const command = { actor: asLin, organization, content: other, now };

  test("the need reads anew", () => {
    given(standing)
      .when(changeNeed, command)
      .then([needPublished.draft({ needId, organizationId, fairId, content: other, publishedAt: now })]);
  });

  test("the same words say nothing", () => {
    given(standing)
      .when(changeNeed, { ...command, content })
      .thenNothing();
  });

  test("NEED_NOT_FOUND: none, withdrawn, or of another fair", () => {
    given(noListing).when(changeNeed, command).thenRefused("NEED_NOT_FOUND");
    given({ status: "withdrawn", id: needId, organizationId, fairId } as const)
      .when(changeNeed, command)
      .thenRefused("NEED_NOT_FOUND");
    given(aListing({ fairId: newId() }))
      .when(changeNeed, command)
      .thenRefused("NEED_NOT_FOUND");
  });

  test("NOT_YOUR_ORGANIZATION", () => {
    given(standing)
      .when(changeNeed, { ...command, actor: asStranger })
      .thenRefused("NOT_YOUR_ORGANIZATION");
  });
});

describe("withdrawNeed", () => {
  const withdrawn = needWithdrawn.draft({ needId, organizationId, fairId, withdrawnAt: now });

  test.each([
    ["a representative", asLin],
    ["an organizer", asOrganizer],
  ])("%s takes it back", (_, actor) => {
    given(standing).when(withdrawNeed, { actor, organization, now }).then([withdrawn]);
  });

  test("a rejected organization may take back what it has published", () => {
    const rejected = { ...anOrganization("rejected"), id: organizationId };
    given(standing).when(withdrawNeed, { actor: asLin, organization: rejected, now }).then([withdrawn]);
  });

  test("NEED_NOT_FOUND and NOT_YOUR_ORGANIZATION", () => {
    given(noListing).when(withdrawNeed, { actor: asLin, organization, now }).thenRefused("NEED_NOT_FOUND");
    given(standing).when(withdrawNeed, { actor: asStranger, organization, now }).thenRefused("NOT_YOUR_ORGANIZATION");
  });
});
