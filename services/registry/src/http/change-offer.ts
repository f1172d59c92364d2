import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { changeOffer } from "../domain/change-offer.ts";
import { actorOf } from "./caller.ts";
import { mustBePublished, ownerIdOf, presentListing } from "./present-listing.ts";

export const changeOfferRoute = ({ organizations, offers }: RegistryDeps) =>
  route(registryOperations.changeOffer, async ({ params: { fairId, offerId }, body: content, principal, cause, now }) => {
    const { state: current } = await offers.store.load(offerId);
    const { state: organization } = await organizations.store.load(ownerIdOf("OFFER_NOT_FOUND", current));
    const command = { actor: actorOf(principal, fairId), organization, content, now };
    const { version, state } = await offers.store.update(offerId, (listing) => changeOffer(command, listing), cause);
    return { offerId, ...presentListing({ version, state: mustBePublished(state) }) };
  });
