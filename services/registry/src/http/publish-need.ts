import { registryOperations } from "@rialto/contracts/registry/operations";
import { idFor } from "@rialto/persistence/id-for";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { publishNeed } from "../domain/publish-need.ts";
import { actorOf } from "./caller.ts";
import { mustBePublished, presentListing } from "./present-listing.ts";

export const publishNeedRoute = ({ organizations, needs }: RegistryDeps) =>
  route(registryOperations.publishNeed, async ({ params, body: content, principal, cause, now }) => {
    const { fairId, organizationId } = params;
    const [{ state: organization }, publishedCount] = await Promise.all([
      organizations.store.load(organizationId),
      needs.countOf(organizationId),
    ]);
    const needId = idFor(cause, "publishNeed", organizationId);
    const command = { actor: actorOf(principal, fairId), needId, organization, publishedCount, content, now };
    const { version, state } = await needs.store.update(needId, (listing) => publishNeed(command, listing), cause);
    return { needId, ...presentListing({ version, state: mustBePublished(state) }) };
  });
