import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { provePassword } from "../people/prove-password.ts";

export const signInRoute = (deps: RegistryDeps) =>
  route(registryOperations.signIn, async ({ body, now, http }) => {
    const account = await provePassword(deps, { ...body, address: http.address, now });
    return deps.sessions.begin(account, now);
  });
