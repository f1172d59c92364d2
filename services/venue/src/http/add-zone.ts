import { venueOperations } from "@rialto/contracts/venue/operations";
import { idFor } from "@rialto/persistence/id-for";
import { route } from "@rialto/service-kit/route";
import type { VenueDeps } from "../deps.ts";
import { addZone } from "../domain/add-zone.ts";
import { presentFair } from "./present-fair.ts";

export const addZoneRoute = ({ fairs }: VenueDeps) =>
  route(venueOperations.addZone, async ({ params: { fairId }, body, cause, now }) => {
    const zoneId = idFor(cause, "addZone", fairId);
    const written = await fairs.store.update(fairId, (state) => addZone({ ...body, zoneId, now }, state), cause);
    return { zoneId, fair: presentFair(written) };
  });
