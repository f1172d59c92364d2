import type { Projection, ProjectionDeclaration } from "@rialto/persistence/projection.types";
import type { Listing, Organization } from "../domain/organization.ts";

/** What is known of each organization, with its offers and needs: all that matching needs in one document. */
export type Organizations = Projection<Organization>;

export const organizationsDeclaration: ProjectionDeclaration = {
  name: "organizations",
  indexes: [{ name: "admitted", fields: { "row.status": 1, "row.fairId": 1 } }],
};

/** These organizations by id; unknown ones are absent. */
export async function organizationsByIds(
  organizations: Organizations,
  ids: readonly string[],
): Promise<Map<string, Organization>> {
  const found = await organizations.find({ _id: { $in: [...new Set(ids)] } });
  return new Map(found.map(({ id, row }) => [id, row]));
}

/** Every verified organization and its fair: two ids each. */
export async function admittedOrganizations({ model }: Organizations): Promise<{ organizationId: string; fairId: string }[]> {
  const found = await model
    .find({ "row.status": "verified" }, { "row.fairId": 1 })
    .lean<{ _id: string; row: { fairId: string } }[]>();
  return found.map(({ _id, row }) => ({ organizationId: _id, fairId: row.fairId }));
}

/** How many offers and needs a fair has by now. */
export async function countListings({ model }: Organizations, fairId: string): Promise<number> {
  const listings = { $add: [{ $size: "$row.offers" }, { $size: "$row.needs" }] };
  const [sum] = await model.aggregate<{ listings: number }>([
    { $match: { "row.status": "verified", "row.fairId": fairId } },
    { $group: { _id: null, listings: { $sum: listings } } },
  ]);
  return sum?.listings ?? 0;
}

/** The first so many offers and needs of a fair, in a fixed order. */
export async function listingsOf({ model }: Organizations, fairId: string, most: number): Promise<Listing[]> {
  const rows = model
    .find({ "row.status": "verified", "row.fairId": fairId }, { "row.offers": 1, "row.needs": 1 })
    .sort({ _id: 1 })
    .lean<{ row: Pick<Organization, "offers" | "needs"> }>()
    .cursor();
  const listings: Listing[] = [];
  for await (const { row } of rows) {
    listings.push(...row.offers, ...row.needs);
    if (listings.length >= most) break;
  }
  return listings.slice(0, most);
}
