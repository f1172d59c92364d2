import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { changePassword } from "../domain/change-password.ts";
import { checkPassword } from "../domain/check-password.ts";
import { provePassword } from "../people/prove-password.ts";
import { stepOf } from "../people/step-of.ts";
import { currentAccount } from "./current-account.ts";

export const changePasswordRoute = (deps: RegistryDeps) =>
  route(registryOperations.changePassword, async ({ principal, body, cause, now, http }) => {
    const { accounts, passwords, sessions } = deps;
    const { email } = await currentAccount(accounts, principal.accountId);
    checkPassword(body.newPassword, email);
    const proved = await provePassword(deps, { email, password: body.currentPassword, address: http.address, now });
    const passwordHash = await passwords.hash(body.newPassword);
    const command = { provedAgainst: proved.passwordHash, passwordHash, now };
    await accounts.store.update(proved.id, (state) => changePassword(command, state), stepOf(cause));
    return sessions.begin(await currentAccount(accounts, proved.id), now);
  });
