import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";

export const nameHsCodesRoute = ({ hsBook }: Pick<RegistryDeps, "hsBook">) =>
  route(registryOperations.nameHsCodes, async ({ query: { codes } }) => ({
    items: await hsBook.ask({ name: [...new Set(codes.split(","))] }),
  }));
