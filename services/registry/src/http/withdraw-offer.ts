import { registryOperations } from "@rialto/contracts/registry/operations";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { withdrawOffer } from "../domain/withdraw-offer.ts";
import { actorOf } from "./caller.ts";
import { ownerIdOf } from "./present-listing.ts";

export const withdrawOfferRoute = ({ organizations, offers }: RegistryDeps) =>
  route(registryOperations.withdrawOffer, async ({ params: { fairId, offerId }, principal, cause, now }) => {
    const { state: current } = await offers.store.load(offerId);
    const { state: organization } = await organizations.store.load(ownerIdOf("OFFER_NOT_FOUND", current));
    const command = { actor: actorOf(principal, fairId), organization, now };
    const { version } = await offers.store.update(offerId, (listing) => withdrawOffer(command, listing), cause);
    return { offerId, version };
  });
