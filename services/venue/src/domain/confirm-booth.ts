import { refuseInVenue } from "@rialto/contracts/venue/refusals";
import { assigned } from "./assigning.ts";
import { atFair, type Booth, type BoothEvent, holdIsOver } from "./booth.ts";
import { type KnownOrganization, mustBeVerifiedExhibitor } from "./verified-exhibitor.ts";

export interface ConfirmBooth {
  readonly fairId: string;
  /** Whose hold the organizer sees on the screen: somebody else may hold the booth by now. */
  readonly organizationId: string;
  readonly organization: KnownOrganization | undefined;
  readonly now: string;
}

export function confirmBooth({ fairId, organizationId, organization, now }: ConfirmBooth, state: Booth): BoothEvent[] {
  const booth = atFair(fairId, state);
  if (booth.status === "assigned" && booth.organizationId === organizationId) return [];
  if (booth.status !== "held") throw refuseInVenue("BOOTH_NOT_HELD", { status: booth.status });
  if (booth.organizationId !== organizationId) throw refuseInVenue("BOOTH_HELD_BY_ANOTHER");
  if (holdIsOver(booth, now)) throw refuseInVenue("HOLD_EXPIRED", { holdExpiresAt: booth.holdExpiresAt });
  mustBeVerifiedExhibitor(organization, fairId);
  return [assigned(booth, organizationId, now)];
}
