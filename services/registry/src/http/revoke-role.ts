import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { mayGiveRole } from "../domain/may-give-role.ts";
import { revokeRole } from "../domain/revoke-role.ts";
import { roleGiverOf } from "./caller.ts";
import { mustKnowFair } from "./known-fair.ts";

export const revokeRoleRoute = ({ accounts, fairs }: RegistryDeps) =>
  route(registryOperations.revokeRole, async ({ params: { fairId, accountId, role }, principal, cause, now }) => {
    mayGiveRole(roleGiverOf(principal, fairId), role);
    await mustKnowFair(fairs, fairId);
    await accounts.store.update(accountId, (state) => revokeRole({ grant: { fairId, role }, now }, state), cause);
    return { accountId, role };
  });
