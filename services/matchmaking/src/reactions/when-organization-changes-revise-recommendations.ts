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
import { isAdmitted } from "../domain/organization.ts";
import type { OrganizationNews } from "../domain/organization-after.ts";
import { reviseListsAround } from "../matching/revise-lists.ts";
import { noted, noteOrganization } from "./note-organization.ts";

/** When an organization, its people's languages, its offers or its needs change, both sides' lists follow. */
export function whenOrganizationChangesReviseRecommendations(deps: MatchmakingDeps) {
  const handle = async (news: OrganizationNews) => {
    const organization = await noted(deps.organizations, news);
    if (!isAdmitted(organization)) return;
    await reviseListsAround(deps, organization.fairId, organization.organizationId, causedBy(news));
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
