import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { endSessions } from "../domain/end-sessions.ts";

export const signOutEverywhereRoute = ({ accounts }: RegistryDeps) =>
  route(registryOperations.signOutEverywhere, async ({ principal, cause, now }) => {
    const command = { reason: "signedOutEverywhere", now } as const;
    await accounts.store.update(principal.accountId, (state) => endSessions(command, state), cause);
    return { endedAt: now };
  });
