import { boothAssigned } from "@rialto/contracts/venue/events";
import type { BoothEvent, ExistingBooth } from "./booth.ts";

/** Carries all that a service needs to arrange meetings at the booth. */
export const assigned = (booth: ExistingBooth, organizationId: string, now: string): BoothEvent => {
  const { id: boothId, fairId, hallId, zoneId, code, meetingCapacity } = booth;
  return boothAssigned.draft({ boothId, fairId, organizationId, hallId, zoneId, code, meetingCapacity, assignedAt: now });
};
