import { offerWithdrawn } from "@rialto/contracts/registry/events";
import type { Actor } from "./acting-for.ts";
import type { Listing, OfferEvent } from "./listing.ts";
import { mayWithdraw, standing } from "./may-publish.ts";
import type { Organization } from "./organization.ts";

export interface WithdrawOffer {
  readonly actor: Actor;
  /** The offer's own organization. */
  readonly organization: Organization;
  readonly now: string;
}

export function withdrawOffer({ actor, organization, now }: WithdrawOffer, state: Listing): OfferEvent[] {
  const { id: offerId, organizationId, fairId } = standing("OFFER_NOT_FOUND", actor.fairId, state);
  mayWithdraw(actor, organization);
  return [offerWithdrawn.draft({ offerId, organizationId, fairId, withdrawnAt: now })];
}
