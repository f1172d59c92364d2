import { refuseInVenue } from "@rialto/contracts/venue/refusals";
import { assigned } from "./assigning.ts";
import { atFair, type Booth, type BoothEvent, type ExistingBooth, holdIsOver } from "./booth.ts";
import { released } from "./releasing.ts";
import { type KnownOrganization, mustBeVerifiedExhibitor } from "./verified-exhibitor.ts";

export interface AssignBooth {
  readonly fairId: string;
  readonly organizationId: string;
  readonly organization: KnownOrganization | undefined;
  readonly now: string;
}

/** What makes room for the assignment; another exhibitor's running hold is not overruled silently. */
function makeRoom(booth: ExistingBooth, organizationId: string, now: string): BoothEvent[] {
  if (booth.status === "available") return [];
  if (booth.status === "blocked") throw refuseInVenue("BOOTH_IS_BLOCKED");
  if (booth.status === "held" && booth.organizationId === organizationId) return [];
  if (booth.status === "held" && holdIsOver(booth, now)) return [released(booth, { reason: "holdExpired", now })];
  throw refuseInVenue("BOOTH_NOT_AVAILABLE", { status: booth.status });
}

export function assignBooth({ fairId, organizationId, organization, now }: AssignBooth, state: Booth): BoothEvent[] {
  const booth = atFair(fairId, state);
  if (booth.status === "assigned" && booth.organizationId === organizationId) return [];
  mustBeVerifiedExhibitor(organization, fairId);
  return [...makeRoom(booth, organizationId, now), assigned(booth, organizationId, now)];
}
