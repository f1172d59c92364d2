import { registryOperations } from "@rialto/contracts/registry/operations";
import { pageFrom } from "@rialto/service-kit/page-cursor";
import { route } from "@rialto/service-kit/route";
import type { RegistryDeps } from "../deps.ts";
import { visibleListings } from "./caller.ts";
import { presentNeed, presentOwner } from "./present-listing.ts";

export const listNeedsRoute = ({ needs }: RegistryDeps) =>
  route(registryOperations.listNeeds, async ({ params: { fairId }, query, principal }) => {
    const found = await needs.search({ ...query, fairId, visible: visibleListings(principal, fairId) });
    return pageFrom(
      found,
      query.limit,
      (one) => ({ ...presentNeed(one), organization: presentOwner(one) }),
      ({ _id, state }) => [state.publishedAt, _id],
    );
  });
