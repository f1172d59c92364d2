import { registryOperations } from "@rialto/contracts/registry/operations";
import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import type { HeldGrant } from "../domain/account.ts";

const distinct = (ids: readonly (string | undefined)[]): string[] => [...new Set(ids.filter((id) => id !== undefined))];

/** What the ids of a grant are called. */
async function namesOf({ organizations, fairs }: RegistryDeps, grants: readonly HeldGrant[]) {
  const [known, rows] = await Promise.all([
    organizations.byIds(distinct(grants.map(({ organizationId }) => organizationId))),
    fairs.find({ _id: { $in: distinct(grants.map(({ fairId }) => fairId)) } }),
  ]);
  const fairNames = new Map(rows.map(({ id, row }) => [id, row.name]));
  return ({ fairId, organizationId }: HeldGrant) => {
    const organization = known.get(organizationId ?? "");
    return {
      fairName: fairNames.get(fairId),
      organizationName: organization?.profile.name,
      organizationStatus: organization?.status,
    };
  };
}

export const meRoute = (deps: RegistryDeps) =>
  route(registryOperations.me, async ({ principal }) => {
    const { version, state } = await deps.accounts.store.load(principal.accountId);
    if (state.status === "none") throw refuseInRegistry("ACCOUNT_NOT_FOUND");
    const { id: accountId, email, name, language, operator, grants } = state;
    const namesFor = await namesOf(deps, grants);
    const named = grants.map((held) => {
      const { grantedAt: _, ...grant } = held;
      return { ...grant, ...namesFor(held) };
    });
    return { accountId, version, email, name, language, operator, grants: named };
  });
