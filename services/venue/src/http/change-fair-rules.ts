import { venueOperations } from "@rialto/contracts/venue/operations";
import { route } from "@rialto/service-kit/route";
import type { VenueDeps } from "../deps.ts";
import { changeFairRules } from "../domain/change-fair-rules.ts";
import { presentFair } from "./present-fair.ts";

export const changeFairRulesRoute = ({ fairs }: VenueDeps) =>
  route(venueOperations.changeFairRules, async ({ params: { fairId }, body: rules, cause, now }) =>
    presentFair(await fairs.store.update(fairId, (state) => changeFairRules({ rules, now }, state), cause)),
  );
