import { grantsAt, type Principal } from "@rialto/contracts/kernel/policy";

/** Somebody who looks at the plan. */
export interface Viewer {
  /** Organizers and zone managers see who holds what. */
  readonly runsFair: boolean;
  readonly ownOrganizationIds: readonly string[];
}

export function viewerOf(principal: Principal, fairId: string): Viewer {
  const grants = grantsAt(principal, fairId);
  return {
    runsFair: grants.some(({ role }) => role === "organizer" || role === "zoneManager"),
    ownOrganizationIds: grants.flatMap(({ organizationId }) => organizationId ?? []),
  };
}
