import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { grantRole } from "../domain/grant-role.ts";
import { mayGiveRole } from "../domain/may-give-role.ts";
import { invite } from "../people/invite.ts";
import { stepOf } from "../people/step-of.ts";
import { roleGiverOf } from "./caller.ts";
import { mustKnowFair } from "./known-fair.ts";

export const grantRoleRoute = (deps: RegistryDeps) =>
  route(registryOperations.grantRole, async ({ params: { fairId }, body, principal, cause, now }) => {
    const { role, ...person } = body;
    mayGiveRole(roleGiverOf(principal, fairId), role);
    await mustKnowFair(deps.fairs, fairId);
    const { accountId, ...invited } = await invite(deps, { ...person, fairId, asOrganizer: true, now, cause });
    const command = { grant: { fairId, role }, now };
    await deps.accounts.store.update(accountId, (state) => grantRole(command, state), stepOf(cause));
    return { accountId, role, ...invited };
  });
