import { venueOperations } from "@rialto/contracts/venue/operations";
import { route } from "@rialto/service-kit/route";
import type { VenueDeps } from "../deps.ts";
import { assignBooth } from "../domain/assign-booth.ts";
import { occupyBooth } from "../occupancy/occupy.ts";
import { presentBooth } from "./present-booth.ts";
import { viewerOf } from "./viewer.ts";

export const assignBoothRoute = (deps: VenueDeps) =>
  route(venueOperations.assignBooth, async ({ params, body: { organizationId }, principal, cause, now }) => {
    const { fairId } = params;
    const written = await occupyBooth(deps, {
      ...params,
      organizationId,
      decide: (organization) => (state) => assignBooth({ fairId, organizationId, organization, now }, state),
      now,
      cause,
    });
    return presentBooth(deps, written, { fairId, viewer: viewerOf(principal, fairId), now });
  });
