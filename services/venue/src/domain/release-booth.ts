import { refuseInVenue } from "@rialto/contracts/venue/refusals";
import { atFair, type Booth, type BoothEvent } from "./booth.ts";
import { released } from "./releasing.ts";

export interface ReleaseBooth {
  readonly fairId: string;
  /** Organizations that the caller represents. */
  readonly ownOrganizationIds: readonly string[];
  readonly now: string;
}

export function releaseBooth({ fairId, ownOrganizationIds, now }: ReleaseBooth, state: Booth): BoothEvent[] {
  const booth = atFair(fairId, state);
  if (booth.status === "available") return [];
  if (booth.status === "blocked" || !ownOrganizationIds.includes(booth.organizationId)) throw refuseInVenue("NOT_YOUR_BOOTH");
  return [released(booth, { reason: "givenBack", now })];
}
