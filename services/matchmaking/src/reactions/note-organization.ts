import type { Organization } from "../domain/organization.ts";
import type { OrganizationNews } from "../domain/organization-after.ts";
import { organizationAfter } from "../domain/organization-after.ts";
import type { Organizations } from "../store/organizations.ts";

/**
 * One name for all that feeds the organizations, and for what follows from it: an event that was parked must come back
 * before the later ones of its organization, or the projection would drop it as late.
 */
export const noteOrganization = "matchmaking.note-organization";

export const note = (organizations: Organizations, news: OrganizationNews) =>
  organizations.apply(news.data.organizationId, news, organizationAfter);

/** Notes the news and answers with what is known now: more than this, when later news was noted before. */
export async function noted(organizations: Organizations, news: OrganizationNews): Promise<Organization | undefined> {
  await note(organizations, news);
  return organizations.get(news.data.organizationId);
}
