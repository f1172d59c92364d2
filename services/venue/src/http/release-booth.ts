import { venueOperations } from "@rialto/contracts/venue/operations";
import { route } from "@rialto/service-kit/route";
import type { VenueDeps } from "../deps.ts";
import { releaseBooth } from "../domain/release-booth.ts";
import { presentBooth } from "./present-booth.ts";
import { viewerOf } from "./viewer.ts";

export const releaseBoothRoute = (deps: VenueDeps) =>
  route(venueOperations.releaseBooth, async ({ params: { fairId, boothId }, principal, cause, now }) => {
    const viewer = viewerOf(principal, fairId);
    const command = { fairId, ownOrganizationIds: viewer.ownOrganizationIds, now };
    const written = await deps.booths.store.update(boothId, (state) => releaseBooth(command, state), cause);
    return presentBooth(deps, written, { fairId, viewer, now });
  });
