import { isDeepStrictEqual } from "node:util";
import { type ListingContent, needPublished } from "@rialto/contracts/registry/events";
import type { Actor } from "./acting-for.ts";
import type { Listing, NeedEvent } from "./listing.ts";
import { mayPublish, standing } from "./may-publish.ts";
import type { Organization } from "./organization.ts";

export interface ChangeNeed {
  readonly actor: Actor;
  /** The need's own organization. */
  readonly organization: Organization;
  readonly content: ListingContent;
  readonly now: string;
}

export function changeNeed({ actor, organization, content, now }: ChangeNeed, state: Listing): NeedEvent[] {
  const { id: needId, organizationId, fairId, content: current } = standing("NEED_NOT_FOUND", actor.fairId, state);
  mayPublish(actor, organization);
  if (isDeepStrictEqual(content, current)) return [];
  return [needPublished.draft({ needId, organizationId, fairId, content, publishedAt: now })];
}
