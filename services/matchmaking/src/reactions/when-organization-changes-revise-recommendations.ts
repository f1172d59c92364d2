import {
  needPublished,
  needWithdrawn,
  offerPublished,
  offerWithdrawn,
  organizationChanged,
  organizationRegistered,
  organizationVerified,
  representativeAdded,
} from "@rialto/contracts/registry/events";
import { react } from "@rialto/messaging/bus";
import { causedBy } from "@rialto/service-kit/cause";
import type { MatchmakingDeps } from "../deps.ts";
import type { OrganizationNews } from "../domain/organization-after.ts";
import { reviseListsAfterCatchingUp } from "../matching/revise-lists.ts";
import { note, noteOrganization } from "./note-organization.ts";

/** When an organization, its people's languages, its offers or its needs change, both sides' lists follow. */
export function whenOrganizationChangesReviseRecommendations(deps: MatchmakingDeps) {
  const handle = async (news: OrganizationNews) => {
    await note(deps.organizations, news);
    await reviseListsAfterCatchingUp(deps, causedBy(news));
  };
  return [
    react(organizationRegistered, noteOrganization, handle),
    react(organizationChanged, noteOrganization, handle),
    react(organizationVerified, noteOrganization, handle),
    react(representativeAdded, noteOrganization, handle),
    react(offerPublished, noteOrganization, handle),
    react(offerWithdrawn, noteOrganization, handle),
    react(needPublished, noteOrganization, handle),
    react(needWithdrawn, noteOrganization, handle),
  ];
}
