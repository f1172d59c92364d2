import { registryOperations } from "@rialto/contracts/registry/operations";
import { StaffRole } from "@rialto/contracts/registry/operations/roles";
import { pageFrom } from "@rialto/service-kit/page-cursor";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import type { ExistingAccount } from "../domain/account.ts";

const staffRolesAt = (fairId: string, { grants }: ExistingAccount) =>
  grants.flatMap(({ fairId: at, role, grantedAt }) => {
    const staff = StaffRole.safeParse(role);
    return at === fairId && staff.success ? [{ role: staff.data, grantedAt }] : [];
  });

export const listRolesRoute = ({ accounts }: RegistryDeps) =>
  route(registryOperations.listRoles, async ({ params: { fairId }, query }) => {
    const found = await accounts.withRoles({ ...query, fairId, roles: StaffRole.options });
    return pageFrom(
      found,
      query.limit,
      (account) => ({
        accountId: account.id,
        name: account.name,
        invited: account.status === "invited",
        roles: staffRolesAt(fairId, account),
      }),
      ({ id }) => ["", id],
    );
  });
