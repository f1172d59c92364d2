import { refuseInRegistry } from "@rialto/contracts/registry/refusals";

export interface RoleGiver {
  readonly operator: boolean;
  /** Organizer of the fair in question. */
  readonly organizer: boolean;
}

/** The operator gives and takes every staff role; an organizer only those that cannot remove an organizer. */
export function mayGiveRole(giver: RoleGiver, role: "organizer" | "zoneManager" | "ceremonyHost"): void {
  if (giver.operator || (giver.organizer && role !== "organizer")) return;
  throw refuseInRegistry("ROLE_NOT_YOURS_TO_GIVE");
}
