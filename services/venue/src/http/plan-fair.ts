import { venueOperations } from "@rialto/contracts/venue/operations";
import { idFor } from "@rialto/persistence/id-for";
import { route } from "@rialto/service-kit/route";
import type { VenueDeps } from "../deps.ts";
import { planFair } from "../domain/plan-fair.ts";
import { presentFair } from "./present-fair.ts";

export const planFairRoute = ({ fairs }: VenueDeps) =>
  route(venueOperations.planFair, async ({ body, cause, now }) => {
    const fairId = idFor(cause, "planFair");
    return presentFair(await fairs.store.update(fairId, (state) => planFair({ ...body, fairId, now }, state), cause));
  });
