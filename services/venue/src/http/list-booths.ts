import { venueOperations } from "@rialto/contracts/venue/operations";
import { route } from "@rialto/service-kit/route";
import type { VenueDeps } from "../deps.ts";
import { mustBePlanned } from "../domain/fair.ts";
import type { BoothDocument } from "../store/booths.ts";
import { namesOf } from "../store/organizations.ts";
import { type Looking, presentOccupancy, shownOrganizationId } from "./present-occupancy.ts";
import { viewerOf } from "./viewer.ts";

function presentPlanBooth({ _id, version, state }: BoothDocument, looking: Looking) {
  const { code, kind, outline } = state;
  const at: [number, number, number, number] = [outline.x, outline.y, outline.width, outline.depth];
  return { boothId: _id, version, code, kind, at, ...presentOccupancy(state, looking) };
}

export const listBoothsRoute = ({ fairs, booths, organizations }: VenueDeps) =>
  route(venueOperations.listBooths, async ({ params: { fairId }, principal, now }) => {
    const [{ state: fair }, plan] = await Promise.all([fairs.store.load(fairId), booths.plan(fairId)]);
    const { zones } = mustBePlanned(fair);
    const viewer = viewerOf(principal, fairId);
    const names = await namesOf(
      organizations,
      plan.flatMap(({ state }) => shownOrganizationId(state, { viewer, now }) ?? []),
    );
    const byZone = Map.groupBy(plan, ({ state }) => state.zoneId);
    const presented = (zoneId: string) => (byZone.get(zoneId) ?? []).map((one) => presentPlanBooth(one, { viewer, names, now }));
    return { zones: zones.map(({ zoneId, hallId }) => ({ zoneId, hallId, booths: presented(zoneId) })) };
  });
