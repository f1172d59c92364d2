import { venueOperations } from "@rialto/contracts/venue/operations";
import { route } from "@rialto/service-kit/route";
import type { VenueDeps } from "../deps.ts";
import { presentBooth } from "./present-booth.ts";
import { viewerOf } from "./viewer.ts";

export const getBoothRoute = (deps: VenueDeps) =>
  route(venueOperations.getBooth, async ({ params: { fairId, boothId }, principal, now }) => {
    const stored = await deps.booths.store.load(boothId);
    return presentBooth(deps, stored, { fairId, viewer: viewerOf(principal, fairId), now });
  });
