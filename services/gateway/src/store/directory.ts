import { createProjection } from "@rialto/persistence/projection";
import type { Connection } from "mongoose";
import type { Directory, DirectoryEntry } from "../domain/raise.ts";

export type DirectoryStore = ReturnType<typeof createDirectory>;

/** Organizations by id: their names, and whom to tell. Fed by the registry's events alone. */
export function createDirectory(connection: Connection) {
  const projection = createProjection<DirectoryEntry>(connection, { name: "directory" });
  return {
    ready: projection.ready,
    apply: projection.apply,
    async lookUp(organizationIds: readonly string[]): Promise<Directory> {
      const rows = await projection.find({ _id: { $in: organizationIds } }, { limit: organizationIds.length });
      return new Map(rows.map(({ id, row }) => [id, row]));
    },
  };
}
