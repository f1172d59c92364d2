import { refuseInVenue } from "@rialto/contracts/venue/refusals";

/** What the venue knows of an organization. */
export interface KnownOrganization {
  readonly fairId: string;
  readonly role: string;
  readonly status: "registered" | "verified" | "rejected";
}

export function mustBeVerifiedExhibitor(organization: KnownOrganization | undefined, fairId: string): void {
  const verified = organization?.fairId === fairId && organization.status === "verified" && organization.role === "exhibitor";
  if (!verified) throw refuseInVenue("EXHIBITOR_NOT_VERIFIED");
}
