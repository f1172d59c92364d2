import type { Projection, ProjectionDeclaration } from "@rialto/persistence/projection.types";
import type { Organization } from "../domain/organization.ts";
import { type Booth, boothsInOrder } from "../domain/place.ts";

/** Booths that are assigned: meeting locations. */
export type Booths = Projection<Booth>;

export const boothsDeclaration: ProjectionDeclaration = {
  name: "booths",
  indexes: [
    { name: "ofOrganization", fields: { "row.organizationId": 1 } },
    { name: "ofFair", fields: { "row.fairId": 1 } },
  ],
};

/** Where two organizations can meet, in the order of choice. */
export async function boothsOf(booths: Booths, organizations: readonly (Organization | undefined)[]): Promise<Booth[]> {
  const hosts = organizations.flatMap((organization) =>
    organization?.profile === undefined ? [] : [{ organizationId: organization.organizationId, role: organization.profile.role }],
  );
  const found = await booths.find({ "row.organizationId": { $in: hosts.map(({ organizationId }) => organizationId) } });
  return boothsInOrder(
    found.map(({ row }) => row),
    hosts,
  );
}
