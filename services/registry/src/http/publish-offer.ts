import { registryOperations } from "@rialto/contracts/registry/operations";
import { idFor } from "@rialto/persistence/id-for";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { publishOffer } from "../domain/publish-offer.ts";
import { actorOf } from "./caller.ts";
import { mustBePublished, presentListing } from "./present-listing.ts";

export const publishOfferRoute = ({ organizations, offers }: RegistryDeps) =>
  route(registryOperations.publishOffer, async ({ params, body: content, principal, cause, now }) => {
    const { fairId, organizationId } = params;
    const [{ state: organization }, publishedCount] = await Promise.all([
      organizations.store.load(organizationId),
      offers.countOf(organizationId),
    ]);
    const offerId = idFor(cause, "publishOffer", organizationId);
    const command = { actor: actorOf(principal, fairId), offerId, organization, publishedCount, content, now };
    const { version, state } = await offers.store.update(offerId, (listing) => publishOffer(command, listing), cause);
    return { offerId, ...presentListing({ version, state: mustBePublished(state) }) };
  });
