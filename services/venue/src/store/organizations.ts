import type { LocalizedName } from "@rialto/contracts/kernel/values";
import { createProjection } from "@rialto/persistence/projection";
import type { Projection } from "@rialto/persistence/projection.types";
import type { Connection } from "mongoose";
import type { KnownOrganization } from "../domain/verified-exhibitor.ts";

/** What the venue knows of an organization, from the registry's events. */
export interface NotedOrganization extends KnownOrganization {
  readonly name: LocalizedName;
}

export type Organizations = Projection<NotedOrganization>;

export const createOrganizations = (connection: Connection): Organizations =>
  createProjection<NotedOrganization>(connection, { name: "organizations" });

/** Names by id, of those that are known. */
export async function namesOf(organizations: Organizations, ids: readonly string[]): Promise<ReadonlyMap<string, LocalizedName>> {
  const rows = ids.length === 0 ? [] : await organizations.find({ _id: { $in: [...new Set(ids)] } });
  return new Map(rows.map(({ id, row }) => [id, row.name]));
}
