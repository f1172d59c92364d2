import type { Projection, ProjectionDeclaration } from "@rialto/persistence/projection.types";
import type { Organization } from "../domain/organization.ts";

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
