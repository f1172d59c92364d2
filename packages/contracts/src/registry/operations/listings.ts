import { z } from "zod";
import { OrganizationId } from "../../kernel/ids.ts";
import { only, PageQuery } from "../../kernel/operation.ts";
import { atFair } from "../../kernel/policy.ts";
import { HsCode, line, Tag } from "../../kernel/values.ts";
import { registryRefusals } from "../refusals.ts";

/** Organizations of every role may both offer and seek. */
export const listingPolicy = atFair("exhibitor", "buyer", "partner");

export const publishRefusals = only(
  registryRefusals,
  "ORGANIZATION_NOT_FOUND",
  "NOT_YOUR_ORGANIZATION",
  "ORGANIZATION_IS_REJECTED",
  "LISTING_LIMIT_REACHED",
);

export const ListingQuery = z.strictObject({
  ...PageQuery.shape,
  organizationId: OrganizationId.optional(),
  /** A chapter or heading finds the subheadings below it. */
  hsCode: HsCode.optional(),
  tag: Tag.optional(),
  /** The beginning of a word of the title or of a tag, or any part of Chinese text. Several words: all must occur. */
  q: line(100).optional(),
});
