import { type ListingContent, needPublished } from "@rialto/contracts/registry/events";
import type { Actor } from "./acting-for.ts";
import type { Listing, NeedEvent } from "./listing.ts";
import { checkListingLimit, mayPublish } from "./may-publish.ts";
import type { Organization } from "./organization.ts";

export interface PublishNeed {
  readonly actor: Actor;
  readonly needId: string;
  readonly organization: Organization;
  /** How many needs of the organization stand already. */
  readonly publishedCount: number;
  readonly content: ListingContent;
  readonly now: string;
}

export function publishNeed(command: PublishNeed, state: Listing): NeedEvent[] {
  const { actor, needId, organization, publishedCount, content, now } = command;
  const { id: organizationId, fairId } = mayPublish(actor, organization);
  if (state.status !== "none") return [];
  checkListingLimit(publishedCount);
  return [needPublished.draft({ needId, organizationId, fairId, content, publishedAt: now })];
}
