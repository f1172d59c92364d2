import { venueOperations } from "@rialto/contracts/venue/operations";
import { idFor } from "@rialto/persistence/id-for";
import { route } from "@rialto/service-kit/route";
import type { VenueDeps } from "../deps.ts";
import { addHall } from "../domain/add-hall.ts";
import { presentFair } from "./present-fair.ts";

export const addHallRoute = ({ fairs }: VenueDeps) =>
  route(venueOperations.addHall, async ({ params: { fairId }, body, cause, now }) => {
    const hallId = idFor(cause, "addHall", fairId);
    const written = await fairs.store.update(fairId, (state) => addHall({ ...body, hallId, now }, state), cause);
    return { hallId, fair: presentFair(written) };
  });
