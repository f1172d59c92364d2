import { venueOperations } from "@rialto/contracts/venue/operations";
import { route } from "@rialto/service-kit/route";
import type { VenueDeps } from "../deps.ts";
import { unblockBooth } from "../domain/unblock-booth.ts";
import { editBooth } from "./edit-booth.ts";
import { viewerOf } from "./viewer.ts";

export const unblockBoothRoute = (deps: VenueDeps) =>
  route(venueOperations.unblockBooth, async ({ params, query, principal, cause, now }) => {
    const command = { fairId: params.fairId, now };
    return editBooth(deps, {
      ...params,
      dryRun: query.dryRun === "true",
      decide: (state) => unblockBooth(command, state),
      viewer: viewerOf(principal, params.fairId),
      now,
      cause,
    });
  });
