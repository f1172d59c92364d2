import { venueOperations } from "@rialto/contracts/venue/operations";
import { route } from "@rialto/service-kit/route";
import type { VenueDeps } from "../deps.ts";
import { blockBooth } from "../domain/block-booth.ts";
import { editBooth } from "./edit-booth.ts";
import { viewerOf } from "./viewer.ts";

export const blockBoothRoute = (deps: VenueDeps) =>
  route(venueOperations.blockBooth, async ({ params, query, body, principal, cause, now }) => {
    const command = { fairId: params.fairId, reason: body.reason, now };
    return editBooth(deps, {
      ...params,
      dryRun: query.dryRun === "true",
      decide: (state) => blockBooth(command, state),
      viewer: viewerOf(principal, params.fairId),
      now,
      cause,
    });
  });
