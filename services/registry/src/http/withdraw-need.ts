import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { withdrawNeed } from "../domain/withdraw-need.ts";
import { actorOf } from "./caller.ts";
import { ownerIdOf } from "./present-listing.ts";

export const withdrawNeedRoute = ({ organizations, needs }: RegistryDeps) =>
  route(registryOperations.withdrawNeed, async ({ params: { fairId, needId }, principal, cause, now }) => {
    const { state: current } = await needs.store.load(needId);
    const { state: organization } = await organizations.store.load(ownerIdOf("NEED_NOT_FOUND", current));
    const command = { actor: actorOf(principal, fairId), organization, now };
    const { version } = await needs.store.update(needId, (listing) => withdrawNeed(command, listing), cause);
    return { needId, version };
  });
