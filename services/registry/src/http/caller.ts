import { grantsAt, type Principal } from "@rialto/contracts/kernel/policy";
import type { Actor } from "../domain/acting-for.ts";
import type { RoleGiver } from "../domain/may-give-role.ts";
import { seesEveryStatus, type Viewer } from "../domain/may-see-organization.ts";
import type { ListingQuery } from "../store/listing-search.ts";

const hasRole = (principal: Principal, fairId: string, role: string): boolean =>
  grantsAt(principal, fairId).some((grant) => grant.role === role);

export const actorOf = (principal: Principal, fairId: string): Actor => ({
  accountId: principal.accountId,
  fairId,
  organizer: hasRole(principal, fairId, "organizer"),
});

export const viewerOf = (principal: Principal, fairId: string): Viewer => ({
  ...actorOf(principal, fairId),
  zoneManager: hasRole(principal, fairId, "zoneManager"),
});

/** Organizations that the caller's token speaks for at this fair. */
const ownOrganizationIds = (principal: Principal, fairId: string): string[] =>
  grantsAt(principal, fairId).flatMap(({ organizationId }) => organizationId ?? []);

/** Whose listings the caller may see. */
export const visibleListings = (principal: Principal, fairId: string): ListingQuery["visible"] =>
  seesEveryStatus(viewerOf(principal, fairId)) ? "all" : { own: ownOrganizationIds(principal, fairId) };

export const roleGiverOf = (principal: Principal, fairId: string): RoleGiver => ({
  operator: principal.operator,
  organizer: hasRole(principal, fairId, "organizer"),
});
