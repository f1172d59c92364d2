import { boothHeld } from "@rialto/contracts/venue/events";
import { refuseInVenue } from "@rialto/contracts/venue/refusals";
import { atFair, type Booth, type BoothEvent, type ExistingBooth, holdIsOver } from "./booth.ts";
import { released } from "./releasing.ts";
import { type KnownOrganization, mustBeVerifiedExhibitor } from "./verified-exhibitor.ts";

export interface HoldBooth {
  readonly fairId: string;
  readonly organizationId: string;
  /** Organizations that the caller represents. */
  readonly ownOrganizationIds: readonly string[];
  readonly organization: KnownOrganization | undefined;
  readonly holdMinutes: number;
  readonly now: string;
}

/** What makes room for the new hold; throws when nothing does. */
function makeRoom(booth: ExistingBooth, now: string): BoothEvent[] {
  if (booth.status === "available") return [];
  if (booth.status === "held" && holdIsOver(booth, now)) return [released(booth, { reason: "holdExpired", now })];
  if (booth.status === "blocked") throw refuseInVenue("BOOTH_IS_BLOCKED");
  throw refuseInVenue("BOOTH_NOT_AVAILABLE", { status: booth.status });
}

/**
 * Holding again what one holds says nothing: a hold is not prolonged by asking. That an organization holds one booth at
 * a time is kept by a unique index, since no single booth can know it.
 */
export function holdBooth(command: HoldBooth, state: Booth): BoothEvent[] {
  const { fairId, organizationId, ownOrganizationIds, organization, holdMinutes, now } = command;
  const booth = atFair(fairId, state);
  if (!ownOrganizationIds.includes(organizationId)) throw refuseInVenue("NOT_YOUR_EXHIBITOR");
  mustBeVerifiedExhibitor(organization, fairId);
  if (booth.status === "held" && booth.organizationId === organizationId && !holdIsOver(booth, now)) return [];
  const holdExpiresAt = new Date(Date.parse(now) + holdMinutes * 60_000).toISOString();
  return [...makeRoom(booth, now), boothHeld.draft({ boothId: booth.id, fairId, organizationId, heldAt: now, holdExpiresAt })];
}
