import { organizationRejected } from "@rialto/contracts/registry/events";
import { react } from "@rialto/messaging/bus";
import { causedBy } from "@rialto/service-kit/cause";
import { closeMeetings } from "../booking/close-meetings.ts";
import type { MatchmakingDeps } from "../deps.ts";
import { reviseListsAfterCatchingUp } from "../matching/revise-lists.ts";
import { noted, noteOrganization } from "./note-organization.ts";

/** When an organization is no longer admitted, its lists empty, it leaves those of others, and its meetings and requests end. */
export const whenOrganizationRejectedCloseItsMeetings = (deps: MatchmakingDeps) =>
  react(organizationRejected, noteOrganization, async (news) => {
    const organization = await noted(deps.organizations, news);
    // Verified again since: a late repeat must not touch what was arranged after that.
    if (organization?.status !== "rejected") return;
    const { organizationId } = organization;
    await closeMeetings(deps, { organizationId }, "organizationRejected", causedBy(news));
    await reviseListsAfterCatchingUp(deps, causedBy(news));
  });
