import { boothReleased } from "@rialto/contracts/venue/events";
import type { AssignedBooth, BoothEvent, HeldBooth } from "./booth.ts";

export interface Release {
  readonly reason: "holdExpired" | "givenBack" | "releasedByOrganizer" | "organizationRejected";
  readonly note?: string;
  readonly now: string;
}

/** Says that whoever holds or has the booth no longer does. */
export const released = (booth: HeldBooth | AssignedBooth, { reason, note, now }: Release): BoothEvent =>
  boothReleased.draft({
    boothId: booth.id,
    fairId: booth.fairId,
    organizationId: booth.organizationId,
    code: booth.code,
    was: booth.status,
    reason,
    ...(note === undefined ? {} : { note }),
    releasedAt: now,
  });
