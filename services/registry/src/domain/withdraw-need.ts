import { needWithdrawn } from "@rialto/contracts/registry/events";
import type { Actor } from "./acting-for.ts";
import type { Listing, NeedEvent } from "./listing.ts";
import { mayWithdraw, standing } from "./may-publish.ts";
import type { Organization } from "./organization.ts";

export interface WithdrawNeed {
  readonly actor: Actor;
  /** The need's own organization. */
  readonly organization: Organization;
  readonly now: string;
}

export function withdrawNeed({ actor, organization, now }: WithdrawNeed, state: Listing): NeedEvent[] {
  const { id: needId, organizationId, fairId } = standing("NEED_NOT_FOUND", actor.fairId, state);
  mayWithdraw(actor, organization);
  return [needWithdrawn.draft({ needId, organizationId, fairId, withdrawnAt: now })];
}
