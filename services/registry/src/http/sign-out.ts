import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";

export const signOutRoute = ({ sessions }: RegistryDeps) =>
  route(registryOperations.signOut, async ({ body, now }) => {
    await sessions.end(body.refreshToken, now);
    return { endedAt: now };
  });
