import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";

export const proposeHsCodesRoute = ({ hsBook }: Pick<RegistryDeps, "hsBook">) =>
  route(registryOperations.proposeHsCodes, async ({ query: { q } }) => ({ items: await hsBook.ask({ propose: q }) }));
