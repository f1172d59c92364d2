import type { Meetings } from "./meetings.ts";

export type OpenMattersOf = { readonly organizationId: string } | { readonly representativeId: string };

/**
 * Ids of the open requests and scheduled meetings of an organization or a person: bounded by their slots and numbered
 * requests, and by what others ask of them.
 */
export async function openMatters({ model }: Meetings, whose: OpenMattersOf): Promise<string[]> {
  const owner =
    "organizationId" in whose
      ? { "state.organizationIds": whose.organizationId }
      : { "state.representativeIds": whose.representativeId };
  const found = await model
    .find({ ...owner, "state.status": { $in: ["pending", "scheduled"] } }, { _id: 1 })
    .lean<{ _id: string }[]>();
  return found.map(({ _id }) => _id);
}
