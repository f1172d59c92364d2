import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { changeNeed } from "../domain/change-need.ts";
import { actorOf } from "./caller.ts";
import { mustBePublished, ownerIdOf, presentListing } from "./present-listing.ts";

export const changeNeedRoute = ({ organizations, needs }: RegistryDeps) =>
  route(registryOperations.changeNeed, async ({ params: { fairId, needId }, body: content, principal, cause, now }) => {
    const { state: current } = await needs.store.load(needId);
    const { state: organization } = await organizations.store.load(ownerIdOf("NEED_NOT_FOUND", current));
    const command = { actor: actorOf(principal, fairId), organization, content, now };
    const { version, state } = await needs.store.update(needId, (listing) => changeNeed(command, listing), cause);
    return { needId, ...presentListing({ version, state: mustBePublished(state) }) };
  });
