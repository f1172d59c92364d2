import type { Operation } from "@rialto/contracts/kernel/operation";
import type { OperationInput } from "./send.ts";
import type { World } from "./world.ts";

/** Names under which a body speaks of things that path parameters call otherwise. */
export const sameThing: Readonly<Record<string, string>> = {
  recipientOrganizationId: "organizationId",
  actingOrganizationId: "organizationId",
  signatoryId: "representativeId",
  copyOf: "organizationId",
};

/** Replaces every identifier in an example by that of an existing thing of the same kind. */
export function withIds(value: unknown, ids: World["ids"], name = ""): unknown {
  if (Array.isArray(value)) return value.map((one) => withIds(one, ids));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withIds(one, ids, key)]));
  }
  return ids[name] ?? ids[sameThing[name] ?? ""] ?? value;
}

/** The operation's own example, about things that exist. Valid by its schemas; whether its rules allow it is another matter. */
export function validInput({ example }: Operation, { ids }: Pick<World, "ids">): OperationInput {
  // Booths have codes as well as certificates: in bodies it is theirs.
  const { code: _, ...ofBodies } = ids;
  const { params, query, body } = example;
  return {
    ...(params === undefined ? {} : { params: withIds(params, ids) as OperationInput["params"] }),
    ...(query === undefined ? {} : { query: withIds(query, ids) as OperationInput["query"] }),
    ...(body === undefined ? {} : { body: withIds(body, ofBodies) }),
  };
}
