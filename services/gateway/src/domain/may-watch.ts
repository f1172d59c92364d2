import type { Room } from "@rialto/contracts/gateway/realtime";
import { grantsAt, type Principal } from "@rialto/contracts/kernel/policy";

/** Who may look at what. Screens fetch with their own rights anyway: this keeps activity itself from strangers. */
export function mayWatch(room: Room, principal: Principal | undefined): boolean {
  if (room.kind === "ceremony" || room.kind === "stage") return true;
  if (principal === undefined) return false;
  const grants = grantsAt(principal, room.fairId);
  const organizes = grants.some(({ role }) => role === "organizer" || role === "zoneManager");
  switch (room.kind) {
    case "floor":
      return grants.length > 0;
    case "fair":
      return organizes;
    case "organization":
      return organizes || grants.some(({ organizationId }) => organizationId === room.organizationId);
  }
}
