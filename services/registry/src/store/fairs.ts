import type { LocalizedName } from "@rialto/contracts/kernel/values";
import { createProjection } from "@rialto/persistence/projection";
import type { Projection } from "@rialto/persistence/projection.types";
import type { Connection } from "mongoose";

/** What the registry knows of a fair, from the venue's events. */
export interface KnownFair {
  readonly fairId: string;
  readonly name: LocalizedName;
}

export type Fairs = Projection<KnownFair>;

export const createFairs = (connection: Connection): Fairs => createProjection<KnownFair>(connection, { name: "fairs" });
