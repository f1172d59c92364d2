import type { LocalizedName } from "@rialto/contracts/kernel/values";
import type { ListingContent, OrganizationProfile } from "@rialto/contracts/registry/events";

export interface Representative {
  readonly representativeId: string;
  readonly accountId: string;
  readonly name: LocalizedName;
  readonly title?: LocalizedName | undefined;
  readonly languages: readonly string[];
}

export interface Listing {
  readonly id: string;
  readonly content: ListingContent;
}

/** What matchmaking knows of an organization. Its parts come from three topics, so any of them may be missing for a while. */
export interface Organization {
  readonly organizationId: string;
  readonly fairId: string;
  /** `unknown`: an offer or a need has come before the registration itself. */
  readonly status: "unknown" | "registered" | "verified" | "rejected";
  readonly profile?: OrganizationProfile;
  readonly representatives: readonly Representative[];
  readonly offers: readonly Listing[];
  readonly needs: readonly Listing[];
}

/** A verified organization with its profile: only these are matched and meet. */
export type AdmittedOrganization = Organization & { readonly status: "verified"; readonly profile: OrganizationProfile };

export const isAdmitted = (organization: Organization | undefined): organization is AdmittedOrganization =>
  organization?.status === "verified" && organization.profile !== undefined;

export const represents = (organization: Organization | undefined, representativeId: string): boolean =>
  organization?.representatives.some((person) => person.representativeId === representativeId) ?? false;
