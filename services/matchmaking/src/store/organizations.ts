import type { Projection, ProjectionDeclaration } from "@rialto/persistence/projection.types";
import type { Organization } from "../domain/organization.ts";

/** What is known of each organization, with its offers and needs: all that matching needs in one document. */
export type Organizations = Projection<Organization>;

export const organizationsDeclaration: ProjectionDeclaration = { name: "organizations" };

/** These organizations by id; unknown ones are absent. */
export async function organizationsByIds(
  organizations: Organizations,
  ids: readonly string[],
): Promise<Map<string, Organization>> {
  const found = await organizations.find({ _id: { $in: [...new Set(ids)] } });
  return new Map(found.map(({ id, row }) => [id, row]));
}
