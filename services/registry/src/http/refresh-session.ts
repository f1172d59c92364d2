import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";

export const refreshSessionRoute = ({ sessions }: RegistryDeps) =>
  route(registryOperations.refreshSession, ({ body, now, cause }) => sessions.refresh(body.refreshToken, now, cause));
