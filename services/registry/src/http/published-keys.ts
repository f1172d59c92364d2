import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";

export const publishedKeysRoute = ({ signing }: RegistryDeps) =>
  route(registryOperations.publishedKeys, ({ now }) => ({ keys: signing.publicKeys(now) }));
