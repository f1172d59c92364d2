import { grantsAt, type Principal } from "@rialto/contracts/kernel/policy";
import type { ActingParty } from "../domain/party-access.ts";

/** The organizations for which the caller acts at the fair. */
export const actingParty = (principal: Principal, fairId: string): ActingParty => ({
  fairId,
  organizationIds: grantsAt(principal, fairId).flatMap(({ organizationId }) => organizationId ?? []),
});

/** Organizers and hosts see what is meant for the stage, whoever its parties are. */
export const isHost = (principal: Principal, fairId: string): boolean =>
  grantsAt(principal, fairId).some(({ role }) => role === "organizer" || role === "ceremonyHost");
