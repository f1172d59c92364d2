import { venueOperations } from "@rialto/contracts/venue/operations";
import { route } from "@rialto/service-kit/route";
import type { VenueDeps } from "../deps.ts";
import { releaseBoothAsOrganizer } from "../domain/release-booth-as-organizer.ts";
import { editBooth } from "./edit-booth.ts";
import { viewerOf } from "./viewer.ts";

export const releaseBoothAsOrganizerRoute = (deps: VenueDeps) =>
  route(venueOperations.releaseBoothAsOrganizer, async ({ params, query, body, principal, cause, now }) => {
    const command = { fairId: params.fairId, reason: body.reason, now };
    return editBooth(deps, {
      ...params,
      dryRun: query.dryRun === "true",
      decide: (state) => releaseBoothAsOrganizer(command, state),
      viewer: viewerOf(principal, params.fairId),
      now,
      cause,
    });
  });
