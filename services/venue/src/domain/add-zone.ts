import type { LocalizedName } from "@rialto/contracts/kernel/values";
import { zoneAdded } from "@rialto/contracts/venue/events";
import { refuseInVenue } from "@rialto/contracts/venue/refusals";
import { type Fair, type FairEvent, hallOf, mustBePlanned } from "./fair.ts";
import { liesWithin, overlaps, type Rectangle } from "./rectangle.ts";

const MOST_ZONES = 100;

export interface AddZone {
  readonly zoneId: string;
  readonly hallId: string;
  readonly name: LocalizedName;
  readonly outline: Rectangle;
  readonly now: string;
}

export function addZone({ now, ...zone }: AddZone, state: Fair): FairEvent[] {
  const fair = mustBePlanned(state);
  if (fair.zones.some(({ zoneId }) => zoneId === zone.zoneId)) return [];
  const { width, depth } = hallOf(fair, zone.hallId);
  if (fair.zones.length >= MOST_ZONES) throw refuseInVenue("PLAN_IS_FULL", { limit: MOST_ZONES });
  if (!liesWithin(zone.outline, { x: 0, y: 0, width, depth })) throw refuseInVenue("ZONE_OUTSIDE_HALL", { width, depth });
  const inTheWay = fair.zones.find(({ hallId, outline }) => hallId === zone.hallId && overlaps(outline, zone.outline));
  if (inTheWay !== undefined) throw refuseInVenue("ZONES_OVERLAP", { zoneId: inTheWay.zoneId, name: inTheWay.name });
  return [zoneAdded.draft({ ...zone, fairId: fair.id, addedAt: now })];
}
