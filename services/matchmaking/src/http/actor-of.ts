import { grantsAt, type Principal } from "@rialto/contracts/kernel/policy";
import type { Actor } from "../domain/actor.ts";

/** Who the caller is at this fair, as the access token says. */
export function actorOf(principal: Principal, fairId: string): Actor {
  const grants = grantsAt(principal, fairId);
  const participations = grants.flatMap(({ organizationId, representativeId }) =>
    organizationId === undefined || representativeId === undefined ? [] : [{ organizationId, representativeId }],
  );
  return { fairId, participations, organizer: grants.some(({ role }) => role === "organizer") };
}
