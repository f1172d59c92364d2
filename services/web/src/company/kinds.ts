import type { ListingContent } from "@rialto/contracts/registry/events";
import { changeNeed, publishNeed, withdrawNeed } from "@rialto/contracts/registry/operations/needs";
import { changeOffer, publishOffer, withdrawOffer } from "@rialto/contracts/registry/operations/offers";
import { useCommand } from "../data/use-command.ts";
import { usePlace } from "../session/place.tsx";
import type { Organization } from "./missing.ts";

export type Kind = "offer" | "need";

export interface Listing {
  readonly id: string;
  readonly content: ListingContent;
}

export const listingsOf = ({ offers, needs }: Organization, kind: Kind): Listing[] =>
  kind === "offer"
    ? offers.map(({ offerId: id, content }) => ({ id, content }))
    : needs.map(({ needId: id, content }) => ({ id, content }));

/** Publishing, changing and withdrawing: the same for what is sold and what is sought. */
export function useListingCommands(kind: Kind, done: () => void) {
  const { fairId, organizationId = "" } = usePlace();
  const settings = { touches: [kind, "organization", "recommendations"] as const, onDone: done };
  const offer = {
    publish: useCommand(publishOffer, settings),
    change: useCommand(changeOffer, settings),
    withdraw: useCommand(withdrawOffer, settings),
  };
  const need = {
    publish: useCommand(publishNeed, settings),
    change: useCommand(changeNeed, settings),
    withdraw: useCommand(withdrawNeed, settings),
  };
  const used = kind === "offer" ? offer : need;
  return {
    isBusy: used.publish.isPending || used.change.isPending || used.withdraw.isPending,
    publish: (body: ListingContent) => used.publish.mutate({ params: { fairId, organizationId }, body }),
    change: (id: string, body: ListingContent) =>
      kind === "offer"
        ? offer.change.mutate({ params: { fairId, offerId: id }, body })
        : need.change.mutate({ params: { fairId, needId: id }, body }),
    withdraw: (id: string) =>
      kind === "offer"
        ? offer.withdraw.mutate({ params: { fairId, offerId: id } })
        : need.withdraw.mutate({ params: { fairId, needId: id } }),
  };
}
