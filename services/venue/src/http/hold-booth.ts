import { venueOperations } from "@rialto/contracts/venue/operations";
import { route } from "@rialto/service-kit/route";
import type { VenueDeps } from "../deps.ts";
import { mustBePlanned } from "../domain/fair.ts";
import { holdBooth } from "../domain/hold-booth.ts";
import { occupyBooth } from "../occupancy/occupy.ts";
import { presentBooth } from "./present-booth.ts";
import { viewerOf } from "./viewer.ts";

export const holdBoothRoute = (deps: VenueDeps) =>
  route(venueOperations.holdBooth, async ({ params, body: { organizationId }, principal, cause, now }) => {
    const { fairId } = params;
    const { rules } = mustBePlanned((await deps.fairs.store.load(fairId)).state);
    const viewer = viewerOf(principal, fairId);
    const { ownOrganizationIds } = viewer;
    const command = { fairId, organizationId, ownOrganizationIds, holdMinutes: rules.boothHoldMinutes, now };
    const written = await occupyBooth(deps, {
      ...params,
      organizationId,
      decide: (organization) => (state) => holdBooth({ ...command, organization }, state),
      now,
      cause,
    });
    return presentBooth(deps, written, { fairId, viewer, now });
  });
